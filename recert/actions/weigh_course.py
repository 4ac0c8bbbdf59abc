"""What a course is worth: under a credential's rules alone, or on top of a holder's own transcript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_noop as N_  # noqa: N812 -- marks for translation

from recert.actions.choose_cycle import choose_cycle
from recert.actions.judge_holding import case_of
from recert.records.models import Course, Holding, Person
from recert.records.snapshots import approvers, transcript_of
from recert.rulebooks.library import rulebook
from recert.rules.calendar import months_after
from recert.rules.check import check
from recert.rules.document import check_document, verdict_document
from recert.rules.edition import Edition, Rulebook
from recert.rules.evaluate import evaluate
from recert.rules.points import as_text, hundredths
from recert.rules.transcript import Activity, parse_category
from recert.rules.verdict import Span, Verdict

Document = dict[str, Any]
NO_CREDIT = N_("The listing states no credit: ask the provider what the certificate will say.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """By whose rules, in which cycle and on top of what courses are weighed."""

    book: Rulebook
    edition: Edition
    cycle: Span
    today: date
    transcript: tuple[Activity, ...] = ()
    first_cycle: bool = False
    before: Document | None = None
    """The holder's standing without the course; None for someone who holds nothing."""

    @property
    def approver(self) -> str:
        """Whose approval this credential asks for."""
        return self.book.certifier.id


def scale_for(credential: str, *, today: date) -> Scale:
    """For anybody: a cycle that begins this month, with nothing in it yet.

    :raises CycleRefused: when the credential is not known, or its rules are not.
    """
    starts = today.replace(day=1)
    months = _months(credential)
    days = {"cycle_starts": starts, "cycle_ends": months_after(starts, months) - timedelta(days=1)}
    chosen = choose_cycle(credential, days=days)
    return Scale(book=chosen.rulebook, edition=chosen.edition, cycle=chosen.cycle, today=today)


def _months(credential: str) -> int:
    try:
        editions = rulebook(credential).editions
    except LookupError:
        return 12  # choose_cycle refuses it in words
    return next((each.cycle.months for each in reversed(editions) if not each.superseded), 12)


def scale_of(actor: Person, *, holding_id: int, today: date) -> Scale | None:
    """For a holder: their own cycle and transcript; None where no rules cover the cycle any more.

    :raises DoesNotExist: when the holding is not the actor's.
    """
    case = case_of(Holding.objects.select_related("person").get(person=actor, pk=holding_id), today=today)
    if case is None:
        return None
    transcript = transcript_of(actor)
    return Scale(
        book=rulebook(case.holding.credential),
        edition=case.edition,
        cycle=case.holding.cycle,
        today=today,
        transcript=transcript,
        first_cycle=case.holding.first_cycle,
        before=verdict_document(case.evaluate(transcript)),
    )


def weigh(course: Course, scale: Scale) -> Document:
    """Points, categories and reasons; `fills` says what of the holder's shortfall it makes up.

    A course that states no credit is worth nothing that can be said: `points` is None.
    """
    activity = activity_of(course, scale)
    if activity is None:
        reason = {"code": "credit_not_stated", "text": NO_CREDIT, "wording": NO_CREDIT, "values": {}}
        return {"counts": "depends", "points": None, "as": {}, "reasons": [reason], "fills": [], "if_area": ""}
    answer = check(activity, edition=scale.edition, cycle=scale.cycle, as_of=scale.today, transcript=scale.transcript)
    return {**check_document(answer), **_filled_by(course, activity, answer.verdict, scale)}


def _filled_by(course: Course, activity: Activity, verdict: Verdict, scale: Scale) -> Document:
    """What comes nearer; where nobody states the area, what would if it were the one the title speaks of (`if_area`)."""
    if scale.before is None:
        return {"fills": [], "if_area": ""}
    # The verdict at hand knows no points from before a first cycle; where there may be some, it is worked out anew.
    after = _after(activity, scale) if scale.first_cycle else verdict_document(verdict)
    fills = _nearer(scale.before, after)
    area = "|".join(name for name in course.suggested.split(";") if name in scale.edition.categories)
    if fills or course.category or not area:
        return {"fills": fills, "if_area": ""}
    fills = _nearer(scale.before, _after(replace(activity, category=parse_category(area)), scale))
    return {"fills": fills, "if_area": area if fills else ""}


def _after(activity: Activity, scale: Scale) -> Document:
    """The holder's standing with the course done."""
    verdict = evaluate(
        (*scale.transcript, activity),
        edition=scale.edition,
        cycle=scale.cycle,
        as_of=scale.today,
        first_cycle=scale.first_cycle,
    )
    return verdict_document(verdict)


def _nearer(before: Document, after: Document) -> list[Document]:
    """The requirements that come nearer, if the gap as a whole becomes smaller; points of the wrong kind fill nothing."""
    was, now = before["gap"]["points"], after["gap"]["points"]
    if was is not None and now is not None and Decimal(now) >= Decimal(was):
        return []
    return filled(before["findings"], after["findings"])


def activity_of(course: Course, scale: Scale) -> Activity | None:
    """The course as if it were finished today, or on the nearest day of the cycle."""
    if course.quantity is None or not course.unit:
        return None
    return Activity(
        id=f"course-{course.pk}",
        earned_on=min(max(scale.today, scale.cycle.starts), scale.cycle.ends),
        quantity=course.quantity,
        unit=course.unit,
        kind=course.kind,
        title=course.title,
        provider=course.provider_name,
        category=parse_category(course.category),
        approved_by=approvers(course.approved_by),
    )


def filled(before: Sequence[Document], after: Sequence[Document]) -> list[Document]:
    """The requirements that come nearer.

    >>> was, now = ([{"about": "clinical", "short": short}] for short in ("6", "2.5"))
    >>> filled(was, now)
    [{'about': 'clinical', 'filled': '3.5', 'short': '6'}]
    """
    rows = []
    for was, now in zip(before, after, strict=True):
        if was["short"] is not None and now["short"] is not None and Decimal(now["short"]) < Decimal(was["short"]):
            gained = as_text(hundredths(was["short"]) - hundredths(now["short"]))
            rows.append({"about": was["about"], "filled": gained, "short": was["short"]})
    return rows
