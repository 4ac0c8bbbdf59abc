"""What an export says of the account itself, and of everything that was ever done in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Q

from recert.records.models import AuditEntry, EarlierTrail, KeptMessage, Person

OURS = ("name", "language", "time_zone", "transcript_revision")
"""What comes back of a person; the rest of an account is made anew where one signs in."""


def account_of(person: Person) -> dict[str, Any]:
    """The person, the addresses they proved, and what was mailed to them: without its text, which may hold a code."""
    addresses = EmailAddress.objects.filter(user=person).order_by("pk")
    messages = KeptMessage.objects.filter(to__iexact=person.email).order_by("pk")
    return {
        **{name: getattr(person, name) for name in OURS},
        "email": person.email,
        "joined_at": _moment(person.date_joined),
        "last_signed_in_at": _moment(person.last_login),
        "addresses": [{"email": each.email, "proven": each.verified, "main": each.primary} for each in addresses],
        "messages": [{"at": _moment(each.at), "subject": each.subject} for each in messages],
    }


def trail_of(person: Person) -> Iterator[dict[str, Any]]:
    """What was done, by whom and when, oldest first; what happened at another installation comes before."""
    earlier = EarlierTrail.objects.filter(person=person).first()
    yield from earlier.entries if earlier else ()
    for entry in AuditEntry.objects.filter(Q(holder=person) | Q(actor=person)).order_by("pk").iterator():
        own = entry.holder_id == person.pk
        yield {
            "at": _moment(entry.at),
            "verb": entry.verb,
            "noun": entry.noun,
            "by": _who(entry, person),
            "before": entry.before if own else None,
            "after": entry.after if own else None,
        }


def _who(entry: AuditEntry, person: Person) -> str:
    if entry.actor_id is None:
        return "recert"
    return "you" if entry.actor_id == person.pk else "someone else"


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
