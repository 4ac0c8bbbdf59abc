"""Fill an installation with the cast, each with a transcript one could meet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from recert.actions.add_activity import add_activity
from recert.actions.demo_certificates import give_dana_her_certificates
from recert.actions.demo_plans import give_dana_her_plan
from recert.actions.demo_transcripts import DANA_BEFORE, DANA_NOW, LUZ, Done
from recert.actions.hold_credential import hold_credential
from recert.actions.renew_credential import renew_credential
from recert.records.models import Holding, Person
from recert.rules.calendar import days_after, months_after, months_before


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of the cast, with the words by which the demo tells who they are."""

    name: str
    email: str
    password: str
    who: str
    language: str = "en"
    is_operator: bool = False


CAST = (
    Member("Dana", "dana@example.org", "demo-blue-stethoscope", "holds a CMA (AAMA) and is short"),
    Member("Luz", "luz@example.org", "demo-green-stethoscope", "holds an RMA and a CCMA, reads Spanish", "es"),
    Member("Evan", "evan@example.org", "demo-grey-stethoscope", "a stranger, who sees nothing of the others"),
    Member("Rosa", "rosa@example.org", "demo-amber-stethoscope", "manages the clinic"),
    Member("Prof. Okafor", "okafor@example.org", "demo-violet-stethoscope", "provides courses"),
    Member("Sam", "sam@example.org", "demo-black-stethoscope", "operates this installation", is_operator=True),
)


def seed_demo(*, today: date | None = None) -> None:
    """Make the cast and their transcripts, as of today; who is here already stays as they are."""
    day = today or timezone.localdate()
    for member in CAST:
        if not Person.objects.filter(email=member.email).exists():
            _seed(member, day)


@transaction.atomic
def _seed(member: Member, today: date) -> None:
    person = Person.objects.create_user(
        member.email, member.password, name=member.name, language=member.language, is_operator=member.is_operator
    )
    EmailAddress.objects.create(user=person, email=member.email, verified=True, primary=True)
    if member.name == "Dana":
        held = give_dana_her_transcript(person, today=today)
        give_dana_her_plan(person, holding_id=held.pk, today=today)
        give_dana_her_certificates(person, today=today)
    if member.name == "Luz":
        give_luz_her_transcript(person, today=today)
    _were_here_all_along(person)


def _were_here_all_along(person: Person) -> None:
    """As if each credential had been named when its cycle began, so that reminders have come due."""
    for holding in Holding.objects.filter(person=person):
        noon = datetime.combine(holding.cycle_starts, time(12), tzinfo=UTC)
        Holding.objects.filter(pk=holding.pk).update(added_at=noon)


def give_dana_her_transcript(dana: Person, *, today: date) -> Holding:
    """A CMA renewed once, four months before it runs out: 6 administrative points short, 10 must be approved."""
    starts = months_before(today, 56)
    before = months_before(starts, 60)
    old = hold_credential(dana, credential="cma-aama", certified_on=before)
    _finish(dana, DANA_BEFORE, starts=before)
    renewed = renew_credential(dana, holding_id=old.pk, recertified_on=starts)
    _finish(dana, DANA_NOW, starts=starts)
    return renewed


def give_luz_her_transcript(luz: Person, *, today: date) -> None:
    """An RMA half through its three years, a CCMA near the end of its two."""
    starts = months_before(today, 19)
    hold_credential(luz, credential="rma-amt", certified_on=starts)
    ends = days_after(months_after(starts, 24), -1)
    hold_credential(luz, credential="ccma-nha", cycle_starts=starts, cycle_ends=ends)
    _finish(luz, LUZ, starts=starts)


def _finish(person: Person, done: Iterable[Done], *, starts: date) -> None:
    for activity in done:
        fields = activity._asdict()
        day = days_after(months_after(starts, fields.pop("months")), 5)
        # No two activities may name one certificate: the rules would take them for duplicates.
        paper = f"Folder, {day:%Y-%m}" if fields.pop("has_paper") else ""
        add_activity(person, fields={**fields, "earned_on": day, "certificate": paper})
