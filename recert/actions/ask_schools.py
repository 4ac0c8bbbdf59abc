"""Ask schools for enrollment information: one consent, one letter and one record for each school."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.actions.signed_links import enquiry_key
from recert.actions.word_enquiry import CONSENT, Question, copy_for_person, letter_to_confirm, letter_to_school
from recert.actions.write_letter import write_letter
from recert.records.models import Enquiry, Institution, Lead, Letter, Person

MOST_SCHOOLS = 5
MOST_A_DAY = 5
MOST_LINKS = 1
A_DAY = timedelta(days=1)
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


class QuestionRefused(Refused):
    """Too many schools, too many questions in a day, or a text that is mostly links."""


def open_schools(actor: Person | None, *, unitids: Sequence[int]) -> list[Institution]:
    """The schools to be asked, in the order named, each with the address it takes questions at, if we know one."""
    del actor
    found = Institution.objects.select_related("enrollment_address").in_bulk(
        list(dict.fromkeys(unitids))[:MOST_SCHOOLS]
    )
    return [found[unitid] for unitid in dict.fromkeys(unitids) if unitid in found]


def address_of(school: Institution) -> str:
    named = getattr(school, "enrollment_address", None)
    return named.email if named else ""


@transaction.atomic
def ask_schools(actor: Person | None, *, unitids: Sequence[int], question: Question, now: datetime) -> Enquiry:
    """Who signed in with the address they give is known to own it; anybody else confirms it by mail first.

    :raises QuestionRefused: naming the field.
    """
    schools = open_schools(actor, unitids=unitids)
    refuse(question, schools=schools, now=now)
    enquiry = Enquiry.objects.create(
        person=actor,
        name=" ".join(question.name.split()),
        email=question.email.strip().lower(),
        phone=question.phone,
        message=question.message,
        language=get_language() or "en",
        asked_at=now,
    )
    for school in schools:
        consent = _(CONSENT) % {"school": school.name}
        sent = letter_to_school(question, school=school).text
        Lead.objects.create(enquiry=enquiry, institution=school, consent=consent, consented_at=now, sent=sent)
    record_change(actor, verb="ask", about=("enquiry", enquiry.pk), holder=actor)
    if actor is not None and owns(actor, enquiry.email):
        send_enquiry(enquiry, now=now)
    else:
        link = letter_to_confirm(link=link_to(enquiry))
        write_letter(actor, key=f"enquiry:{enquiry.pk}:confirm", to=enquiry.email, written=link, now=now)
    return enquiry


def owns(person: Person, email: str) -> bool:
    return bool(EmailAddress.objects.filter(user=person, email__iexact=email, verified=True).exists())


def link_to(enquiry: Enquiry) -> str:
    return f"{settings.ADDRESS.url}{reverse('ask-status', args=[enquiry_key(enquiry)])}"


def refuse(question: Question, *, schools: Sequence[Institution], now: datetime) -> None:
    """:raises QuestionRefused: for what no school should get."""
    if not schools:
        raise QuestionRefused(_("Choose at least one school."), field="schools")
    if len(LINK.findall(question.message)) > MOST_LINKS:
        raise QuestionRefused(_("Your question may hold one link at most."), field="message")
    today = Enquiry.objects.filter(email__iexact=question.email.strip(), asked_at__gt=now - A_DAY)
    if today.count() >= MOST_A_DAY:
        raise QuestionRefused(_("This address has asked five times today. Try again tomorrow."), field="email")


def send_enquiry(enquiry: Enquiry, *, now: datetime) -> None:
    """A letter for each school whose address is known, and one copy for the person. Belongs in a transaction."""
    question = question_of(enquiry)
    sent = []
    for lead in enquiry.leads.select_related("institution__enrollment_address").filter(withdrawn_at=None):
        written, to = letter_to_school(question, school=lead.institution), address_of(lead.institution)
        if to:
            letter = _letter(lead, to=to, now=now)
            Lead.objects.filter(pk=lead.pk).update(letter=letter)
            sent.append((lead.institution, written))
    Enquiry.objects.filter(pk=enquiry.pk).update(confirmed_at=now)
    if sent:
        copy = copy_for_person(sent, link=link_to(enquiry))
        write_letter(enquiry.person, key=f"enquiry:{enquiry.pk}:copy", to=enquiry.email, written=copy, now=now)


def _letter(lead: Lead, *, to: str, now: datetime) -> Letter:
    written = letter_to_school(question_of(lead.enquiry), school=lead.institution)
    key = f"enquiry:{lead.enquiry_id}:{lead.institution_id}"
    return write_letter(None, key=key, to=to, written=written, now=now, reply_to=lead.enquiry.email)


def question_of(enquiry: Enquiry) -> Question:
    return Question(name=enquiry.name, email=enquiry.email, phone=enquiry.phone, message=enquiry.message)
