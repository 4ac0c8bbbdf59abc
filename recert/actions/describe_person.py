"""What an export says of the account itself, and of everything that was ever done in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Q

from recert.records.models import AuditEntry, EarlierTrail, Enquiry, KeptMessage, Lead, Letter, Person, Reminder, Review

OURS = ("name", "language", "time_zone", "transcript_revision")
"""What comes back of a person; the rest of an account is made anew where one signs in."""


def account_of(person: Person) -> dict[str, Any]:
    """The person, the addresses they proved, what they were told and mailed (without its text, which may hold a code),
    and what they asked schools and said of courses."""
    addresses = EmailAddress.objects.filter(user=person).order_by("pk")
    messages = KeptMessage.objects.filter(to__iexact=person.email).order_by("pk")
    return {
        **{name: getattr(person, name) for name in OURS},
        "email": person.email,
        "joined_at": _moment(person.date_joined),
        "last_signed_in_at": _moment(person.last_login),
        "addresses": [{"email": each.email, "proven": each.verified, "main": each.primary} for each in addresses],
        "messages": [{"at": _moment(each.at), "subject": each.subject} for each in messages],
        "letters": [
            {"at": _moment(each.written_at), "subject": each.subject}
            for each in Letter.objects.filter(person=person).order_by("pk")
        ],
        "reminders": [
            {"due_on": each.due_on.isoformat(), "kind": each.kind, "said": each.wording, "values": each.values}
            for each in Reminder.objects.filter(person=person).order_by("pk")
        ],
        "enquiries": [_enquiry(each) for each in Enquiry.objects.filter(person=person).order_by("pk")],
        "reviews": [
            {"course": each.course.title, "stars": each.stars, "text": each.text, "on": each.written_on.isoformat()}
            for each in Review.objects.filter(person=person).order_by("pk").select_related("course")
        ],
    }


def _enquiry(enquiry: Enquiry) -> dict[str, Any]:
    """What was asked, and for each school the consent, what was sent, and whether it was taken back."""
    return {
        "asked_at": _moment(enquiry.asked_at),
        **{name: getattr(enquiry, name) for name in ("name", "email", "phone", "message")},
        "schools": [
            {
                "school": lead.institution.name,
                "consent": lead.consent,
                "consented_at": _moment(lead.consented_at),
                "sent": lead.sent,
                "withdrawn_at": _moment(lead.withdrawn_at),
            }
            for lead in Lead.objects.filter(enquiry=enquiry).order_by("pk").select_related("institution")
        ],
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
