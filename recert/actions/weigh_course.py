"""What a course is worth: under a credential's rules alone, or on top of a holder's own transcript."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_noop as N_  # noqa: N812 -- marks for translation

from recert.actions.choose_cycle import choose_cycle
from recert.actions.judge_holding import case_of
from recert.records.models import Course, CreditKind, Holding, Person
from recert.records.snapshots import approvers, transcript_of
from recert.rulebooks.library import rulebook
from recert.rules.calendar import months_after
from recert.rules.check import check
from recert.rules.document import check_document
from recert.rules.edition import Edition, Rulebook
from recert.rules.evaluate import evaluate
from recert.rules.measure import measure
from recert.rules.points import as_text
from recert.rules.transcript import Activity, parse_category
from recert.rules.verdict import Finding, Span, Verdict

Document = dict[str, Any]
Credited = Course | CreditKind
NO_CREDIT = N_("The listing states no credit: ask the provider what the certificate will say.")
ONLINE_PART = N_(
    "This is only the online part of a CPR course. There is no card, and no credit, without the hands-on part; its price"
    " is not stated."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """By whose rules, in which cycle and on top of what courses are weighed."""

    book: Rulebook
    edition: Edition
    cycle: Span
    today: date
    transcript: tuple[Activity, ...] = ()
    first_cycle: bool = False
    before: Verdict | None = None
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
        before=case.evaluate(transcript),
    )


def weigh(course: Credited, scale: Scale) -> Document:
    """Points, categories and reasons; `fills` says what of the holder's shortfall it makes up.

    A course that states no credit is worth nothing that can be said: `points` is None.
    """
    activity = activity_of(course, scale)
    if activity is None:
        is_part = isinstance(course, Course) and course.is_online_part
        code, wording = ("online_part", ONLINE_PART) if is_part else ("credit_not_stated", NO_CREDIT)
        reason = {"code": code, "text": wording, "wording": wording, "values": {}}
        return {"counts": "depends", "points": None, "as": {}, "reasons": [reason], "fills": [], "if_area": ""}
    answer = check(activity, edition=scale.edition, cycle=scale.cycle, as_of=scale.today, transcript=scale.transcript)
    return {**check_document(answer), **_filled_by(course, activity, answer.verdict, scale)}


def weigh_alike(courses: Iterable[Course], scale: Scale) -> Mapping[str, Document]:
    """What each course is worth, by its id: alike credits are weighed once, unless the title is on the transcript."""
    taken = {activity.title.casefold() for activity in scale.transcript}
    found: dict[object, Document] = {}
    return {
        course.pk: found[key]
        if (key := _alike(course, taken)) in found
        else found.setdefault(key, weigh(course, scale))
        for course in courses
    }


def _alike(course: Course, taken: Container[str]) -> object:
    if course.title.casefold() in taken:
        return course.pk
    return (course.kind, course.quantity, course.unit, course.category, course.suggested, course.approved_by)


def credits_that_fill(scale: Scale) -> frozenset[int]:
    """The kinds of credit that would make the holder's gap smaller: all kinds the catalog knows, measured quickly."""
    before = _gap((), scale)
    kinds = CreditKind.objects.order_by().all()
    return frozenset(kind.pk for kind in kinds if any(_gap((one,), scale) < before for one in _readings(kind, scale)))


def _readings(kind: CreditKind, scale: Scale) -> Iterator[Activity]:
    """As it is stated; where no area is, also as if it were the one that titles speak of."""
    activity = activity_of(kind, scale)
    if activity is not None:
        yield activity
        if not kind.category and (area := _area(kind, scale)):
            yield replace(activity, category=parse_category(area))


def _gap(more: tuple[Activity, ...], scale: Scale) -> int:
    transcript = (*scale.transcript, *more)
    return measure(transcript, edition=scale.edition, cycle=scale.cycle, first_cycle=scale.first_cycle).gap


def _filled_by(course: Credited, activity: Activity, verdict: Verdict, scale: Scale) -> Document:
    """What comes nearer; where nobody states the area, what would if it were the one the title speaks of (`if_area`)."""
    if scale.before is None:
        return {"fills": [], "if_area": ""}
    # The verdict at hand knows no points from before a first cycle; where there may be some, it is worked out anew.
    after = _after(activity, scale) if scale.first_cycle else verdict
    fills = _nearer(scale.before, after)
    area = _area(course, scale)
    if fills or course.category or not area:
        return {"fills": fills, "if_area": ""}
    fills = _nearer(scale.before, _after(replace(activity, category=parse_category(area)), scale))
    return {"fills": fills, "if_area": area if fills else ""}


def _area(course: Credited, scale: Scale) -> str:
    return "|".join(name for name in course.suggested.split(";") if name in scale.edition.categories)


def _after(activity: Activity, scale: Scale) -> Verdict:
    """The holder's standing with the course done."""
    return evaluate(
        (*scale.transcript, activity),
        edition=scale.edition,
        cycle=scale.cycle,
        as_of=scale.today,
        first_cycle=scale.first_cycle,
    )


def _nearer(before: Verdict, after: Verdict) -> list[Document]:
    """The requirements that come nearer, if the gap as a whole becomes smaller; points of the wrong kind fill nothing."""
    return filled(before.findings, after.findings) if after.gap.points < before.gap.points else []


def activity_of(course: Credited, scale: Scale) -> Activity | None:
    """The course as if it were finished today, or on the nearest day of the cycle."""
    if course.quantity is None or not course.unit:
        return None
    return Activity(
        id=f"course-{course.pk}",
        earned_on=min(max(scale.today, scale.cycle.starts), scale.cycle.ends),
        quantity=course.quantity,
        unit=course.unit,
        kind=course.kind,
        title=course.title if isinstance(course, Course) else "",
        provider=course.provider_name if isinstance(course, Course) else "",
        category=parse_category(course.category),
        approved_by=approvers(course.approved_by),
    )


def filled(before: Sequence[Finding], after: Sequence[Finding]) -> list[Document]:
    """The requirements that come nearer: which, by how much, and of how much."""
    return [
        {"about": was.about, "filled": as_text(was.short - now.short), "short": as_text(was.short)}
        for was, now in zip(before, after, strict=True)
        if was.short is not None and now.short is not None and now.short < was.short
    ]
