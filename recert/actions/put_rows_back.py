"""Make rows of an export's tables again, each held against what the verbs themselves would have stored."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db.models import DateField, Model
from django.utils.translation import gettext as _

from recert.actions.read_fields import FieldRefused, fields_of, read_fields
from recert.actions.refusal import Refused
from recert.actions.trust_verdict import VerdictDoubtful, trust_verdict
from recert.capture.archives import Archive
from recert.records.fields import canonical
from recert.records.models import Activity, Draft, EarlierTrail, Person, RulesInForce, StoredFile, StoredVerdict
from recert.records.portable import SHARED, TABLES, Table
from recert.records.written import NotARow, read_row

Ids = dict[type[Model], dict[int, Any]]
LONGEST_NAME = 60


class RowRefused(Refused):
    """A row that this installation would not have stored."""


class Putting:
    """One person's rows on their way back: what was made so far, by its number in the export."""

    def __init__(self, person: Person, archive: Archive, confirmed: frozenset[str]) -> None:
        self.person, self.archive, self.confirmed = person, archive, confirmed
        self.made: dict[type[Model], dict[Any, Any]] = {model: {} for model in SHARED}

    def found(self, model: type[Model], name: Any) -> Any:
        """The row another one points to: of this export, of those people share, or of the catalogue (None: not listed)."""
        if model in self.made:
            return self.made[model][name]
        return model._default_manager.filter(pk=name).first()

    def renamed(self, table: str, number: str) -> str:
        """The id that a row has now; one that was gone already keeps its number below zero."""
        if not number.isdecimal():
            return str(min(-1, int(number)))
        return str(self.made[TABLES[table].model][int(number)].pk)


def put_rows_back(person: Person, archive: Archive, *, confirmed: frozenset[str]) -> dict[str, int]:
    """How many rows of each table were made. Belongs in a transaction. `confirmed` are the papers signed by their issuer.

    :raises RowRefused: at the first row that cannot be.
    """
    putting = Putting(person, archive, confirmed)
    _put_rules(putting)
    _put_files(putting)
    counts = {name: _put_table(putting, name, table) for name, table in TABLES.items()}
    trail = list(archive.rows("trail"))
    EarlierTrail.objects.create(person=person, entries=trail)
    return counts | {"files": len(putting.made[StoredFile])}


def _put_rules(putting: Putting) -> None:
    for entry in putting.archive.rows("rules"):
        digest = entry.get("digest")
        if sha256(canonical(entry.get("rules")).encode()).hexdigest() != digest:
            raise _refused("rules", {}, "digest")
        names = {"credential": str(entry["credential"])[:40], "edition": str(entry["edition"])[:40]}
        row, _new = RulesInForce.objects.get_or_create(digest=digest, defaults={**names, "rules": entry["rules"]})
        putting.made[RulesInForce][digest] = row


def _put_files(putting: Putting) -> None:
    for digest, paper in putting.archive.originals().items():
        values = {"size": paper.size, "media_type": paper.media_type[:60]}
        row, _new = StoredFile.objects.get_or_create(digest=digest, defaults=values)
        putting.made[StoredFile][digest] = row


def _put_table(putting: Putting, name: str, table: Table) -> int:
    made = putting.made[table.model] = {}
    owner = {"person": putting.person} if table.owner == "person" else {}
    for entry in putting.archive.rows(name):
        try:
            row = read_row(entry, table, owner=owner, found=putting.found, rename=putting.renamed)
            _CHECKS.get(table.model, _nothing_more)(row, putting)
            row.save(force_insert=True)
            _set_own_days(row, entry, table)
        except NotARow as wrong:
            raise _refused(name, entry, wrong.about) from None
        except FieldRefused as wrong:
            raise _refused(name, entry, wrong.field) from None
        if type(entry.get("n")) is not int or entry["n"] in made:
            raise _refused(name, entry, "n")
        made[entry["n"]] = row
    return len(made)


def _set_own_days(row: Model, entry: Mapping[str, Any], table: Table) -> None:
    """The days a row would be given anew are those it had."""
    fields = [field for field in table.columns() if isinstance(field, DateField) and field.auto_now_add]
    values = {field.name: field.to_python(entry[field.name]) for field in fields}
    if values:
        table.model._default_manager.filter(pk=row.pk).update(**values)


def _check_activity(row: Any, _putting: Putting) -> None:
    if read_fields(fields_of(row)) != fields_of(row):
        raise NotARow("title")


def _check_verdict(row: Any, _putting: Putting) -> None:
    try:
        trust_verdict(row)
    except VerdictDoubtful as doubtful:
        raise NotARow("document") from doubtful


def _check_draft(row: Any, putting: Putting) -> None:
    """An issuer's signature that was checked elsewhere counts only where it was found good here, too."""
    row.issuer_checked = row.issuer_checked and row.certificate.file.digest in putting.confirmed


def _nothing_more(_row: Any, _putting: Putting) -> None:
    """The columns themselves are all there is to hold it against."""


_CHECKS = {Activity: _check_activity, StoredVerdict: _check_verdict, Draft: _check_draft}


def _refused(table: str, entry: Mapping[str, Any], about: str) -> RowRefused:
    found = {"table": table, "number": str(entry.get("n", "?"))[:LONGEST_NAME], "about": about}
    return RowRefused(_("Row %(number)s of %(table)s in this export cannot be read (%(about)s).") % found)
