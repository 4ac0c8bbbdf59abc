"""Where the actor may mail certificates to, if this installation takes mail in."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from recert.records.models import ImportAddress, Person


@dataclass(frozen=True, slots=True)
class MailingTo:
    """`domain` is empty where the operator takes no mail in; `word` until somebody switches theirs on."""

    domain: str
    word: str
    is_on: bool

    @property
    def address(self) -> str:
        return f"{self.word}@{self.domain}"


def open_import_address(actor: Person) -> MailingTo:
    """One query."""
    incoming = settings.IMPORT_MAIL
    domain = incoming.domain if incoming else ""
    row = ImportAddress.objects.filter(person=actor).first()
    return MailingTo(domain, row.word if row else "", bool(row and row.is_on))
