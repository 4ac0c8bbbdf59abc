"""Keep the certificates of a mailed message for the person whose address it came to; sent twice, they are kept once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from django.utils import translation

from recert.actions.keep_certificate import PaperRefused, keep_certificate
from recert.capture.messages.apart import open_apart
from recert.records.models import ImportAddress, Person


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many papers are in the vault now, and what was said about those that are not."""

    kept: int
    refusals: tuple[str, ...]


def whose_address(word: str) -> Person | None:
    """The person who takes mail at this word, unless they switched it off or are leaving."""
    rows = ImportAddress.objects.filter(is_on=True, person__is_active=True, person__leaving=None)
    found = rows.select_related("person").filter(word=word.lower()).first()
    return found.person if found else None


def take_in_mail(person: Person, *, message: bytes) -> TakenIn:
    """Every paper is safe when this returns. Each is kept by itself: one that cannot be does not lose the others.

    :raises MessageRefused: when there is nothing to take in.
    :raises PaperRefused: when not one of the papers could be kept.
    """
    opened = open_apart(message)
    kept, refusals = 0, []
    with translation.override(person.language):
        for attachment in opened.attachments:
            key = sha256(f"mail {opened.key} {attachment.place}".encode()).hexdigest()
            try:
                keep_certificate(
                    person, name=attachment.name, content=[attachment.content], request_key=key, came_by="mailed"
                )
            except PaperRefused as refused:
                refusals.append(refused)
            else:
                kept += 1
    if refusals and not kept:
        raise refusals[0]
    return TakenIn(kept, tuple(str(refused) for refused in refusals))
