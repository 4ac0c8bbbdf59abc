"""Find courses by words, place, price, day and approval; the order reads no payment, for there is none to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from recert.actions.course_words import Asked, read_words
from recert.actions.find_programs import radius
from recert.actions.know_words import known_words
from recert.places.point import Point, box_around, miles
from recert.records import course_facts as facts
from recert.records.course_search import Facts, Sought, Where, line_to, numbers_of
from recert.records.globe import circle
from recert.records.models import Course, CourseCard, Person

Tier = tuple[Sought, Where, Sequence[str]]
Order = Literal["best", "nearest", "price", "soonest"]
SHOWN = 200
"""So many are told apart and counted; whoever wants more asks more narrowly."""
COLUMNS: Mapping[str, str] = {"price": "card.price", "soonest": "card.starts_on"}
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
    is_open: bool = False
    """Only what has not ended."""
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
    near: Point | None = None
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
    sought = _sought(asked, wishes)
    if sought is None:
        return FoundCourses(numbers=(), instead=instead)
    numbers = _in_order(sought, wishes)
    return FoundCourses(
        numbers=numbers[: wishes.most], near=wishes.near, instead=instead, is_all=len(numbers) <= wishes.most
    )


def open_found(found: FoundCourses, numbers: Iterable[int]) -> tuple[FoundCourse, ...]:
    """The courses behind some of the numbers found, in the same order: one query."""
    wanted = list(numbers)
    rows = Course.objects.select_related("provider", "card").filter(card__number__in=wanted)
    by_number = {row.card.number: row for row in rows}
    there = [by_number[number] for number in wanted if number in by_number]
    return tuple(FoundCourse(course=row, miles=_apart(row, found.near)) for row in there)


def _apart(course: Course, near: Point | None) -> float | None:
    return None if near is None or course.point is None else miles(near, course.point)


def _asked(wishes: Wishes) -> Asked:
    return read_words(wishes.words, known_words()) if wishes.words.strip() else Asked(groups=(), instead={})


def sought_by(wishes: Wishes) -> Sought | None:
    """What the index is asked for; None where it is asked for a word that nothing has."""
    return _sought(_asked(wishes), wishes)


def _sought(asked: Asked, wishes: Wishes) -> Sought | None:
    if asked.is_hopeless:
        return None
    return Sought(
        groups=asked.groups,
        facts=tuple(_facts(wishes)) or (() if asked.groups else ((facts.EVERY,),)),
        least_price=wishes.least_price,
        most_price=wishes.most_price,
        most_hours=wishes.most_hours,
        from_day=wishes.from_day,
        to_day=wishes.to_day,
        credits=wishes.credits,
        no_fact=facts.ENDED if wishes.is_open else "",
        circle=circle(wishes.near, radius(wishes.within)) if wishes.near else None,
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


def _in_order(sought: Sought, wishes: Wishes) -> list[int]:
    """One more than is shown, where there are more."""
    wanted = wishes.most + 1
    if sought.circle is None and wishes.order not in COLUMNS:
        few = numbers_of(sought, most=wanted)
        if len(few) < wanted:
            return _ranked(few, sought, wishes)
    found: dict[int, None] = {}
    for narrower, where, order in _tiers(sought, wishes):
        if len(found) >= wanted:
            break
        found |= dict.fromkeys(numbers_of(narrower, where=where, order=order, most=wanted))
    return [*found][:wanted]


def _ranked(numbers: Sequence[int], sought: Sought, wishes: Wishes) -> list[int]:
    """The best first among so few that they are all looked at: as the tiers have it."""
    rows = CourseCard.objects.filter(number__in=numbers).values_list("number", "title", "facts")
    approval = facts.approved_by(wishes.approved_first) if wishes.approved_first else ""

    def rank(row: tuple[int, str, str]) -> tuple[object, ...]:
        number, title, stated = row[0], row[1].split(), row[2].split()
        return facts.ENDED in stated, bool(approval) and approval not in stated, not sought.is_titled(title), number

    return [row[0] for row in sorted(rows, key=rank)]


def _tiers(sought: Sought, wishes: Wishes) -> Iterator[Tier]:
    """What to go through, best first; a card stands where it is first found."""
    still_open = replace(sought, no_fact=facts.ENDED)
    for among in (still_open,) if wishes.is_open else (still_open, sought.with_facts((facts.ENDED,))):
        nearest = (line_to(among.circle),) if among.circle else ()
        if wishes.order in COLUMNS:
            yield from _by_column(among, wishes, nearest)
        elif nearest:
            yield among, "anywhere", nearest
        else:
            yield from _best(among, wishes)


def _best(among: Sought, wishes: Wishes) -> Iterator[Tier]:
    approved: tuple[Facts, ...] = (
        (((facts.approved_by(wishes.approved_first),),), ()) if wishes.approved_first else ((),)
    )
    for approval in approved:
        if among.groups:
            yield among.with_facts(*approval), "title", ()
        yield among.with_facts(*approval), "anywhere", ()


def _by_column(among: Sought, wishes: Wishes, nearest: Sequence[str]) -> Iterator[Tier]:
    """In one go where few are found, else step after step of the ladder; what has no value stands last."""
    column = COLUMNS[wishes.order or "price"]
    if among.circle or len(numbers_of(among, most=SORTED_AT_ONCE + 1)) <= SORTED_AT_ONCE:
        yield among, "anywhere", (f"{column} IS NULL", column, *nearest)
        return
    today = wishes.today or date.min
    for step in facts.steps_upward() if column == "card.price" else facts.months_from(today):
        yield among.with_facts((step,)), "anywhere", () if step in facts.ALIKE else (column,)
