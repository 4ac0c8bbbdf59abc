"""Find courses by words, place, price, day and approval; the order reads no payment, for there is none to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from recert.actions.course_words import Asked, read_words
from recert.actions.find_programs import radius
from recert.actions.know_words import known_words
from recert.places.point import Point, box_around, miles
from recert.records import course_facts as facts
from recert.records.course_search import Facts, Placed, Sought, Where, numbers_of, placed
from recert.records.institutions import point_at
from recert.records.models import Course, Person

Order = Literal["best", "nearest", "price", "soonest"]
SHOWN = 500
"""So many are told apart and counted; whoever wants more asks more narrowly."""
SORTED_AT_ONCE = 2000
"""Up to so many are put in order by their column; more are gone through step by step, until enough are found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What narrows a search, and how to order it; whatever is empty asks for nothing. Prices are in cents."""

    words: str = ""
    category: str = ""
    specialty: str = ""
    is_free: bool = False
    least_price: int | None = None
    most_price: int | None = None
    most_hours: int | None = None
    approved_by: str = ""
    format: str = ""
    language: str = ""
    from_day: date | None = None
    to_day: date | None = None
    near: Point | None = None
    within: float = 25
    credits: frozenset[int] | None = None
    """Only these kinds of credit."""
    approved_first: str = ""
    """Whose approval goes before others: the certifier of the credential one holds."""
    order: Order | None = None
    """Nearest first where a place is named, else best first: open, approved, in the title, credit stated."""
    today: date | None = None
    """From which the soonest are counted."""
    most: int = SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCourse:
    """A course, and how far it is where a place was named."""

    course: Course
    miles: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCourses:
    """The numbers of cards, best first; `instead` maps mistyped words to those that were looked for."""

    numbers: Sequence[int]
    miles: Mapping[int, float] = field(default_factory=dict)
    instead: Mapping[str, tuple[str, ...]]
    is_all: bool = True
    """Whether these are all there are."""


def find_courses(actor: Person | None, *, wishes: Wishes) -> FoundCourses:
    """The search is public: who asks changes nothing. A bounded number of queries, whatever the answer.

    :raises RadiusRefused: when the miles are no distance.
    """
    del actor
    asked = _asked(wishes)
    instead = {word: to for word, to in asked.instead.items() if to}
    if asked.is_hopeless:
        return FoundCourses(numbers=(), instead=instead)
    sought = _sought(asked, wishes)
    if wishes.near is not None:
        apart = _apart(sought, wishes, wishes.near)
        return FoundCourses(numbers=[*apart], miles=apart, instead=instead)
    numbers = _in_order(sought, wishes)
    return FoundCourses(numbers=numbers[: wishes.most], instead=instead, is_all=len(numbers) <= wishes.most)


def open_found(found: FoundCourses, numbers: Iterable[int]) -> tuple[FoundCourse, ...]:
    """The courses behind some of the numbers found, in the same order: one query."""
    wanted = list(numbers)
    rows = Course.objects.select_related("provider", "card").filter(card__number__in=wanted)
    by_number = {row.card.number: row for row in rows}
    return tuple(
        FoundCourse(course=by_number[number], miles=found.miles.get(number)) for number in wanted if number in by_number
    )


def _asked(wishes: Wishes) -> Asked:
    return read_words(wishes.words, known_words()) if wishes.words.strip() else Asked(groups=(), instead={})


def _sought(asked: Asked, wishes: Wishes) -> Sought:
    return Sought(
        groups=asked.groups,
        facts=tuple(_facts(wishes)) or ((facts.EVERY,),),
        least_price=wishes.least_price,
        most_price=wishes.most_price,
        most_hours=wishes.most_hours,
        from_day=wishes.from_day,
        to_day=wishes.to_day,
        credits=wishes.credits,
    )


def _facts(wishes: Wishes) -> Iterator[tuple[str, ...]]:
    named = (
        (wishes.category, facts.category),
        (wishes.specialty, facts.specialty),
        (wishes.approved_by, facts.approved_by),
        (wishes.format, facts.format_is),
        (wishes.language, facts.language),
    )
    yield from ((fact(name),) for name, fact in named if name)
    if wishes.is_free:
        yield (facts.FREE,)
    if wishes.near is not None:
        within = radius(wishes.within)
        yield tuple(facts.squares(box_around(wishes.near, within), radius=within))


def _apart(sought: Sought, wishes: Wishes, near: Point) -> dict[int, float]:
    """The cards within the circle and their miles, in order; what has ended stands last."""
    kept: dict[int, float] = {}
    for status in (facts.OPEN, facts.ENDED):
        there = [(card, miles(near, _point(card))) for card in placed(sought.with_facts((status,)))]
        inside = [(card, far) for card, far in there if far <= wishes.within]
        kept |= {card.number: far for card, far in sorted(inside, key=lambda each: _rank(*each, wishes))}
    return kept


def _point(card: Placed) -> Point:
    point = point_at(card.lat, card.lon)
    assert point is not None
    return point


def _rank(card: Placed, far: float, wishes: Wishes) -> tuple[object, ...]:
    if wishes.order == "price":
        return card.price is None, card.price or 0, far, card.number
    if wishes.order == "soonest":
        return card.starts_on is None, card.starts_on or date.max, far, card.number
    return far, card.number


def _in_order(sought: Sought, wishes: Wishes) -> list[int]:
    """One more than is shown, where there are more."""
    wanted = wishes.most + 1
    found: dict[int, None] = {}
    for narrower, where, order in _tiers(sought, wishes):
        if len(found) >= wanted:
            break
        found |= dict.fromkeys(numbers_of(narrower, where=where, order=order, most=wanted))
    return [*found][:wanted]


def _tiers(sought: Sought, wishes: Wishes) -> Iterator[tuple[Sought, Where, str]]:
    """What to go through, best first; a card stands where it is first found."""
    for status in (facts.OPEN, facts.ENDED):
        among = sought.with_facts((status,))
        if wishes.order == "price":
            yield from _ladder(among, "card.price", facts.steps_upward())
        elif wishes.order == "soonest" and wishes.today is not None:
            yield from _ladder(among, "card.starts_on", facts.months_from(wishes.today))
        else:
            yield from _best(among, wishes)


def _best(among: Sought, wishes: Wishes) -> Iterator[tuple[Sought, Where, str]]:
    approved: tuple[Facts, ...] = (
        (((facts.approved_by(wishes.approved_first),),), ()) if wishes.approved_first else ((),)
    )
    for approval in approved:
        if among.groups:
            yield among.with_facts(*approval), "title", ""
        yield among.with_facts(*approval), "anywhere", ""


def _ladder(among: Sought, column: str, steps: Sequence[str]) -> Iterator[tuple[Sought, Where, str]]:
    """By a column: at once where few are found, else step after step; the last step holds what has no value."""
    if len(numbers_of(among, most=SORTED_AT_ONCE + 1)) <= SORTED_AT_ONCE:
        yield among.with_facts(tuple(steps[:-1])), "anywhere", column
    else:
        for step in steps[:-1]:
            yield among.with_facts((step,)), "anywhere", column
    yield among.with_facts((steps[-1],)), "anywhere", ""
