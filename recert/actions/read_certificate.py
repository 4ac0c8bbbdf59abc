"""Read a paper that waits, in a process of its own, into drafts; whatever happens, the original stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from recert.actions.open_vault import vault
from recert.actions.private_numbers import warnings_about
from recert.actions.read_badge import read_badge
from recert.actions.show_page import NoPicture, picture_of
from recert.capture.certificates import CannotBeRead, Entry, Reading, read_apart
from recert.records.models import Certificate, Draft
from recert.rules.wording import N_

MOST_ATTEMPTS = 3
GIVEN_UP_AFTER = timedelta(minutes=3)
"""A reader that has not answered by then was killed: its own limit is shorter."""
TRIED_OFTEN = N_("This paper was tried three times and could not be read. It is kept safe: type in what it says.")
NOT_THERE = N_("The original of this paper cannot be found on the server. Send it again.")

Document = Mapping[str, Any]


def due(now: datetime) -> Q:
    """The papers that wait for a reader, or whose reader was given up on."""
    return Q(trashed_at=None) & (Q(state="waiting") | Q(state="reading", tried_at__lt=now - GIVEN_UP_AFTER))


def read_certificate(certificate_id: int) -> bool:
    """Whether it was read, or given up, just now. Two readers never read one paper: the first to claim it does."""
    row = _claimed(certificate_id)
    if row is None:
        return False
    path = vault().path_of(row.file.digest)
    if not path.exists():
        return _settle(row, entries=(), trouble={"wording": NOT_THERE, "values": {}})
    if badge := read_badge(path, row.name):
        return _settle(row, entries=[badge], pages=1 if row.file.media_type == "image/png" else None)
    try:
        reading = read_apart(path, row.name)
    except CannotBeRead as trouble:
        said = trouble.remark
        return _settle(row, entries=(), trouble={"wording": said.wording, "values": dict(said.values)})
    with suppress(NoPicture):
        picture_of(row.file.digest, 1, reading.turns[0] if reading.turns else None)
    entries = [entry_of(entry, reading) for entry in reading.entries]
    return _settle(row, entries=entries, pages=reading.page_count)


@transaction.atomic
def _claimed(pk: int) -> Certificate | None:
    now = timezone.now()
    found = Certificate.objects.select_for_update(of=("self",)).select_related("file")
    row = found.filter(due(now), pk=pk).first()
    if row is None:
        return None
    row.state, row.attempts, row.tried_at = "reading", row.attempts + 1, now
    row.save(update_fields=["state", "attempts", "tried_at"])
    if row.attempts > MOST_ATTEMPTS:
        _settle(row, entries=(), trouble={"wording": TRIED_OFTEN, "values": {}})
        return None
    return row


@transaction.atomic
def _settle(
    row: Certificate, *, entries: Sequence[Document], pages: int | None = None, trouble: Document | None = None
) -> bool:
    """Write what was read, unless the attempt was given up on meanwhile. There is always a draft to type into."""
    mine = Certificate.objects.filter(pk=row.pk, state="reading", tried_at=row.tried_at)
    values = {"state": "unreadable" if trouble else "read", "trouble": trouble, "pages": pages}
    if not mine.update(**values, warnings=warnings_about(entries)):
        return False
    Draft.objects.filter(certificate=row, outcome="").delete()
    there = list(row.drafts.order_by("position"))
    if len(there) == 1 and len(entries) <= 1 and there[0].outcome == "confirmed":
        _fill(there[0], entries)
    else:
        after = there[-1].position + 1 if there else 1
        Draft.objects.bulk_create(_draft(row, after + n, entry) for n, entry in enumerate(entries or ({},)))
    return True


def _fill(draft: Draft, entries: Sequence[Document]) -> None:
    """The paper was attached before it was read: what it says belongs to that proof, and asks nothing any more."""
    for entry in entries:
        read = _draft(draft.certificate, draft.position, entry)
        names = ("kind", "fields", "questions", "text", "issuer_checked", "first_page", "last_page")
        Draft.objects.filter(pk=draft.pk).update(**{name: getattr(read, name) for name in names})


def entry_of(entry: Entry, reading: Reading) -> dict[str, Any]:
    """An entry as a draft keeps it: questions as wording and values, so that they can be asked in any language."""
    return {
        "kind": entry.kind,
        "first_page": entry.first_page,
        "last_page": entry.last_page,
        "fields": {
            name: {**asdict(field), "turns": _turns(reading, field.page)} for name, field in entry.fields.items()
        },
        "text": "\n".join(reading.texts[entry.first_page - 1 : entry.last_page]),
        "questions": [{**asdict(question), "values": dict(question.values)} for question in entry.questions],
    }


def _turns(reading: Reading, page: int) -> int | None:
    return reading.turns[page - 1] if page <= len(reading.turns) else None


def _draft(row: Certificate, position: int, entry: Document) -> Draft:
    page = entry.get("first_page") or 1
    return Draft(
        certificate=row,
        position=position,
        first_page=page,
        last_page=max(page, entry.get("last_page") or page),
        kind=entry.get("kind") or "course",
        issuer_checked=bool(entry.get("issuer_checked")),
        fields=entry.get("fields") or {},
        questions=entry.get("questions") or [],
        text=(entry.get("text") or "")[:20_000].replace("\x00", ""),
    )
