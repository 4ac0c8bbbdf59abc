"""Make the cards that courses are searched by: numbered, folded into words and facts, their credit named once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import chain

from django.db.models import Max

from recert.places.point import Point
from recert.quality.judge import Usual
from recert.records.course_facts import facts_of
from recert.records.course_search import folded_words
from recert.records.globe import spot
from recert.records.many_rows import AT_ONCE, in_batches, insert_rows
from recert.records.models import Course, CourseCard, CourseWord, CreditKind, UsualFee

BAND = 10**12
"""Numbers of courses that state no credit begin here, after all others."""
LONGEST_WORD = 60
ALIKE = ("kind", "quantity", "unit", "category", "suggested", "approved_by")
Alike = tuple[object, ...]


def index_courses(courses: Iterable[Course], *, told: Callable[[int], None] | None = None) -> None:
    """Give each of these courses a new card; `told` hears of every batch that is done.

    Courses must be stored; those that had a card get another one.
    """
    kinds = {_alike(kind): kind.pk for kind in CreditKind.objects.all()}
    known = set(CourseWord.objects.values_list("word", flat=True))
    next_numbers = {band: _last_number(band) for band in (0, BAND)}
    for batch in in_batches(courses):
        _learn_kinds(batch, kinds)
        CourseCard.objects.filter(course__in=batch).delete()
        cards = [_card(course, kinds, next_numbers) for course in batch]
        insert_rows(cards)
        _learn_words(cards, known)
        if told is not None:
            told(len(batch))


def weigh_fees() -> None:
    """Note anew where the dearest quarter of fees begins, for every unit of credit."""
    priced: dict[str, list[tuple[int, Decimal]]] = {}
    rows = Course.objects.filter(price__gt=0).order_by().values_list("unit", "quantity", "hours", "price")
    for unit, quantity, hours, price in rows.iterator(chunk_size=10_000):
        amount = quantity if unit else hours
        if amount and price is not None:
            priced.setdefault(unit or "hours", []).append((price, amount))
    UsualFee.objects.all().delete()
    usual = {unit: Usual.of(prices) for unit, prices in priced.items()}
    UsualFee.objects.bulk_create(
        UsualFee(unit=unit, known=each.known, cents=each.cents, amount=each.amount) for unit, each in usual.items()
    )


def _last_number(band: int) -> int:
    among = CourseCard.objects.filter(number__gt=band, number__lt=band + BAND)
    return among.aggregate(last=Max("number"))["last"] or band


def _alike(credited: Course | CreditKind) -> Alike:
    return tuple(getattr(credited, name) for name in ALIKE)


def _learn_kinds(batch: Sequence[Course], kinds: dict[Alike, int]) -> None:
    new = {_alike(course): course for course in batch if _states_credit(course)}
    rows = [CreditKind(**dict(zip(ALIKE, alike, strict=True))) for alike in new if alike not in kinds]
    kinds |= {_alike(row): row.pk for row in CreditKind.objects.bulk_create(rows)}


def _states_credit(course: Course) -> bool:
    return course.quantity is not None and bool(course.unit)


def _card(course: Course, kinds: dict[Alike, int], numbers: dict[int, int]) -> CourseCard:
    band = 0 if _states_credit(course) else BAND
    numbers[band] += 1
    title = dict.fromkeys(folded_words(course.title))
    texts = (course.provider_name, course.topic, course.audience, course.credit_stated, course.city)
    words = (word for word in dict.fromkeys(folded_words(" ".join(texts))) if word not in title)
    return CourseCard(
        number=numbers[band],
        course_id=course.pk,
        credit_id=kinds.get(_alike(course)) if _states_credit(course) else None,
        price=course.price,
        hours=course.hours,
        starts_on=course.starts_on,
        ends_on=course.ends_on,
        lat=course.lat,
        lon=course.lon,
        **_place(course.point),
        title=" ".join(title),
        words=" ".join(words),
        facts=facts_of(course),
    )


def _place(point: Point | None) -> dict[str, int]:
    if point is None:
        return {}
    place = spot(point)
    return {"x": place.x, "y": place.y, "z": place.z}


def _learn_words(cards: Sequence[CourseCard], known: set[str]) -> None:
    found = set(chain.from_iterable((*card.title.split(), *card.words.split()) for card in cards))
    new = sorted(word for word in found - known if len(word) <= LONGEST_WORD)
    CourseWord.objects.bulk_create([CourseWord(word=word) for word in new], batch_size=AT_ONCE, ignore_conflicts=True)
    known.update(new)
