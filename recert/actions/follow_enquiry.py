"""See what became of an enquiry, confirm it, or take it back school by school; the link in the mail opens it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db import transaction

from recert.actions.ask_schools import address_of, question_of, send_enquiry
from recert.actions.record_change import record_change
from recert.actions.signed_links import enquiry_of
from recert.actions.word_enquiry import note_of_withdrawal
from recert.actions.write_letter import write_letter
from recert.records.models import Enquiry, Institution, Lead, Letter, Person

Became = Literal["unconfirmed", "no address", "waiting", "sent", "refused", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One school's part: what became of it, and the letter to send oneself where we know no address."""

    lead: Lead
    school: Institution
    to: str
    became: Became


def open_enquiry(_actor: Person | None, *, key: str) -> tuple[Enquiry, list[Followed]]:
    """:raises DoesNotExist: for a key that we did not sign."""
    enquiry = enquiry_of(key)
    leads = enquiry.leads.select_related("institution__enrollment_address", "letter")
    return enquiry, [
        Followed(lead=each, school=each.institution, to=address_of(each.institution), became=became(each, enquiry))
        for each in leads
    ]


def became(lead: Lead, enquiry: Enquiry) -> Became:
    if lead.withdrawn_at:
        return "withdrawn"
    if enquiry.confirmed_at is None:
        return "unconfirmed"
    letter = lead.letter
    if letter is None:
        return "no address"
    return "sent" if letter.handed_at else "refused" if letter.refused_at else "waiting"


def list_enquiries(actor: Person) -> list[Enquiry]:
    return list(Enquiry.objects.filter(person=actor).prefetch_related("leads__institution"))


@transaction.atomic
def confirm_enquiry(_actor: Person | None, *, key: str, now: datetime) -> Enquiry:
    """Confirming twice sends once. :raises DoesNotExist: for a key that we did not sign."""
    enquiry = Enquiry.objects.select_for_update().get(pk=enquiry_of(key).pk)
    if enquiry.confirmed_at is None:
        send_enquiry(enquiry, now=now)
    return enquiry


@transaction.atomic
def withdraw_lead(_actor: Person | None, *, key: str, unitid: int, now: datetime) -> Lead:
    """A letter that has not left stays here; a school that has one is asked to delete it.

    :raises DoesNotExist: for a key that we did not sign, or a school that was not asked.
    """
    enquiry = enquiry_of(key)
    lead = enquiry.leads.select_for_update(of=("self",)).select_related("institution").get(institution_id=unitid)
    if lead.withdrawn_at is not None:
        return lead
    Lead.objects.filter(pk=lead.pk).update(withdrawn_at=now)
    record_change(enquiry.person, verb="withdraw", about=("lead", lead.pk), holder=enquiry.person)
    _take_back(lead, enquiry, now)
    return lead


def _take_back(lead: Lead, enquiry: Enquiry, now: datetime) -> None:
    letter = lead.letter
    if letter is None:
        return
    # One that is being handed over at this moment may still arrive; then the note follows it.
    waiting = Letter.objects.filter(pk=letter.pk, handed_at=None, attempts=0)
    if not waiting.update(withdrawn_at=now):
        note = note_of_withdrawal(question_of(enquiry), school=lead.institution)
        key = f"enquiry:{enquiry.pk}:{lead.institution_id}:withdrawn"
        write_letter(None, key=key, to=letter.to, written=note, now=now, reply_to=enquiry.email)
