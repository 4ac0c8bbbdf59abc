"""Bring an export back into an empty account: all of it, equal to what it was, or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from recert.actions.change_person import PersonRefused, change_person
from recert.actions.check_badges_again import check_badges_again
from recert.actions.measure_export import measure_export
from recert.actions.open_vault import vault
from recert.actions.put_rows_back import RowRefused, put_rows_back
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.actions.sweep_vault import VaultInUse, sweep_vault
from recert.capture.archives import Archive, ArchiveRefused
from recert.capture.archives.apart import check_apart
from recert.records.models import Person, ReminderWishes


class NotBrought(Refused):
    """The file is no export, is not whole, or there is something in its way. Nothing was changed."""


class NotYours(NotBrought):
    """The export names another address, and nobody said that it is theirs all the same."""


@dataclass(frozen=True, slots=True)
class Brought:
    """How many rows of each table came back."""

    counts: Mapping[str, int]


def bring_back(actor: Person, *, file: BinaryIO, is_mine: bool = False) -> Brought:
    """:raises NotBrought: and nothing was changed then; NotYours when the export names another address."""
    _refuse_unless_empty(actor)
    with _on_disk(file) as copy:
        return _brought(actor, copy, is_mine)


def _brought(actor: Person, file: BinaryIO, is_mine: bool) -> Brought:
    try:
        about = check_apart(file)
        if str(about.get("of", "")).lower() != actor.email and not is_mine:
            raise _not_yours(about)
        archive = Archive(file)
        with vault().held():
            _keep_papers(archive)
            counts = _put_back(actor, archive, check_badges_again(archive))
    except ArchiveRefused as refused:
        raise NotBrought(_(refused.remark.wording) % refused.remark.values, field="file") from None
    except NotBrought:
        _let_papers_go()
        raise
    return Brought(counts)


def _let_papers_go() -> None:
    """Papers that came in before a row was refused belong to nobody; a sweep that cannot be now is made up for daily."""
    with suppress(VaultInUse):
        sweep_vault()


@contextmanager
def _on_disk(file: BinaryIO) -> Iterator[BinaryIO]:
    """A copy that nobody else can write to, which the process that looks it over can be handed."""
    with tempfile.TemporaryFile() as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy, 1024 * 1024)
        copy.flush()
        yield copy


def _not_yours(about: Mapping[str, Any]) -> NotYours:
    # A browser empties the field of a file that was sent once: whoever only ticks the box sends nothing.
    sentence = _("This export is of %(found)s. If that is you, choose the file again, tick the box and send both.")
    return NotYours(sentence % {"found": str(about.get("of", "?"))[:100]}, field="is_mine")


def _refuse_unless_empty(actor: Person) -> None:
    if not measure_export(actor).is_empty:
        sentence = _("Something is recorded here already. Bring an export back into an account that is still empty.")
        raise NotBrought(sentence, field="file")


def _keep_papers(archive: Archive) -> None:
    """Each original lies in the vault, under the digest that its bytes were just found to have."""
    for paper in archive.originals().values():
        vault().keep(archive.chunks(paper.path), most=paper.size)


@contextmanager
def _other_wishes(person: Person) -> Iterator[None]:
    """Make way for the wishes of the export; what this account alone knows of its links and its address stays."""
    ours = ReminderWishes.objects.filter(person=person).first()
    ReminderWishes.objects.filter(person=person).delete()
    yield
    if ours:
        known = {"calendar_link": ours.calendar_link, "refused_address": ours.refused_address}
        ReminderWishes.objects.update_or_create(person=person, defaults=known)


@transaction.atomic
def _put_back(actor: Person, archive: Archive, confirmed: frozenset[str]) -> dict[str, int]:
    person = Person.objects.select_for_update().get(pk=actor.pk)
    _refuse_unless_empty(person)
    try:
        with transaction.atomic(), _other_wishes(person):
            counts = put_rows_back(person, archive, confirmed=confirmed)
        account = next(archive.rows("account"), {})
        change_person(person, fields={name: str(account[name]) for name in ("name", "language", "time_zone")})
        Person.objects.filter(pk=person.pk).update(transcript_revision=int(account["transcript_revision"]))
    except RowRefused as refused:
        raise NotBrought(str(refused), field="file") from None
    except (PersonRefused, KeyError, ValueError, OverflowError):
        raise NotBrought(_("What this export says about the account cannot be read."), field="file") from None
    except IntegrityError:
        raise NotBrought(_("Rows of this export contradict each other."), field="file") from None
    record_change(person, verb="bring back", about=("person", person.pk), holder=person, after=counts)
    return counts
