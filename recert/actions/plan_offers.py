"""From what the catalogue lists to what a plan may choose: the one place where a course becomes an offer."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from recert.actions.plan_wishes import PlanWishes
from recert.places.point import Point, miles
from recert.places.zips import UnknownZip, ZipWithoutPlace, point_of
from recert.planning.catalog import Catalog
from recert.planning.offer import Offer
from recert.records.models import Course, OwnCourse
from recert.records.snapshots import approvers
from recert.rules.edition import Edition
from recert.rules.points import hundredths
from recert.rules.transcript import parse_category
from recert.rules.treat import treatment
from recert.topics.specialties import specialties_of

UNKNOWN_PRICE = 2_500
"""Cents a credit that a course of unknown price is weighed by: dearer than almost any listed, so that none is preferred."""
UNKNOWN_FAR = 2_500
"""Hundredths of a mile that going somewhere unknown is weighed by."""
GUESSED_HOURS = {"card": 4, "iacet_ceu": 10, "college_credit": 15}
"""How long one credit takes where nobody states it; of every other unit an hour."""
USUAL_MILES = 100
UNIT = {"conversion_unknown", "unit_ambiguous"}
COLLECTION = "ce_collection"
REVIEW_EXAM = "Review exam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An offer with what a plan has to say of it besides: how its facts are known, and how old the listing is."""

    offer: Offer
    price: int | None
    hours_known: bool
    miles_known: bool
    area: str
    """`stated`, `supposed` (from the title), `chosen` (a collection one chooses from), `open` (the holder says) or empty."""
    language: str = ""
    """Empty where the listing does not say: then it is taken to be English."""
    course: str = ""
    own: int | None = None
    checked_on: date | None = None
    of: Decimal | None = None
    """How much a collection holds of which only a part is planned for."""
    is_collection: bool = False
    """Of which one takes what is missing, and pays for the whole."""
    is_doubtful: bool = False
    """Nobody states that its subject is about medical assisting, and its title does not tell."""

    def cut(self, gap: int) -> Listed:
        """Of a collection no more than is missing (hundredths), rounded up; where nothing is, and of all else, the whole."""
        whole, part = self.offer.quantity, Decimal(-(-gap // 100))
        if not self.is_collection or not gap or part >= whole:
            return self
        hours = int(self.offer.hours * part / whole)
        offer = replace(self.offer, quantity=part, hours=hours)
        return replace(self, offer=offer, of=whole)

    def facts(self) -> dict[str, Any]:
        """As a kept plan's step tells it."""
        return {
            "price": self.price,
            "hours": self.offer.hours if self.hours_known else None,
            "miles": self.offer.miles if self.miles_known else None,
            "area": self.area,
            "doubtful": self.is_doubtful,
            "of": None if self.of is None else str(self.of),
            "course": self.course,
            "own": self.own,
            "checked_on": self.checked_on.isoformat() if self.checked_on else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Everything that could be planned with, and how many listings were left out for which reason."""

    listed: Mapping[str, Listed]
    left_out: Mapping[str, int] = field(default_factory=dict)
    _prepared: dict[frozenset[str] | None, Catalog] = field(default_factory=dict, compare=False, repr=False)
    _sized: dict[Hashable, Shelf] = field(default_factory=dict, compare=False, repr=False)

    def catalog(self, *, with_unknown_prices: bool, wished: frozenset[str] = frozenset()) -> Catalog:
        """Those whose price is known, those that are `wished` all the same, or all; prepared once for many plans."""
        key = None if with_unknown_prices else wished
        if key not in self._prepared:
            rows = self.listed.values()
            self._prepared[key] = Catalog(
                one.offer for one in rows if key is None or one.price is not None or one.offer.id in key
            )
        return self._prepared[key]

    def cut(self, gap: int, apart: Mapping[str, Listed]) -> Shelf:
        """Every collection cut to a gap but those that were cut apart; made once for many plans."""
        key = (gap, tuple((offer, one.offer.quantity) for offer, one in apart.items()))
        if key not in self._sized:
            listed = {offer: apart.get(offer) or one.cut(gap) for offer, one in self.listed.items()}
            self._sized[key] = Shelf(listed=listed, left_out=self.left_out)
        return self._sized[key]

    @property
    def unpriced(self) -> int:
        return sum(one.price is None for one in self.listed.values())


def shelf_of(courses: Iterable[Course], own: Iterable[OwnCourse], *, scale: Scale) -> Shelf:
    """The offers that the wishes allow, by id, in the catalogue's order; the holder's own finds after them."""
    listed: dict[str, Listed] = {}
    courses = list(courses)
    parts = sum(course.is_online_part for course in courses)
    left_out: dict[str, int] = {"online_part": parts} if parts else {}
    refused, wishes = _Refusals(scale.edition), scale.wishes
    for one in (*_from_catalog(courses, scale), *_from_rules(scale), *_from_own(own, scale)):
        why = _left_out(one, wishes) or refused.why(one.offer)
        if why:
            left_out[why] = left_out.get(why, 0) + 1
        else:
            listed[one.offer.id] = one
    return Shelf(listed=listed, left_out=left_out)


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Under whose rules and by which wishes courses become offers."""

    edition: Edition
    certifier: str
    wishes: PlanWishes

    @cached_property
    def near(self) -> Point | None:
        return point_of(self.wishes.near) if self.wishes.near else None


class _Refusals:
    """What the edition refuses whatever the day: asked once for all offers alike in kind, unit and approval."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[Hashable, str] = {}

    def why(self, offer: Offer) -> str:
        trait = offer.taken_on(date.max).trait
        if trait not in self._known:
            codes = {reason.code for reason in treatment(self._edition, trait).refusals}
            self._known[trait] = "unit" if codes & UNIT else "kind" if codes else ""
        return self._known[trait]


def _left_out(one: Listed, wishes: PlanWishes) -> str:
    """Why a listing cannot be planned with; empty where it can."""
    offer = one.offer
    reasons = {
        "price": one.price is None and (wishes.prices == "known_only" or wishes.budget is not None),
        "format": bool(wishes.formats) and offer.format not in wishes.formats,
        "language": bool(wishes.languages) and (one.language or "en") not in wishes.languages,
        "miles": offer.format == "in_person" and _too_far(one, wishes),
    }
    return next((why for why, holds in reasons.items() if holds), "")


def _too_far(one: Listed, wishes: PlanWishes) -> bool:
    """Farther than wished; nobody crosses the country for a cheaper card, so a ZIP code alone means `USUAL_MILES`."""
    if not one.miles_known:
        return wishes.within is not None
    within = USUAL_MILES if wishes.within is None else wishes.within
    return one.offer.miles > 100 * within


def _from_catalog(courses: Iterable[Course], scale: Scale) -> Iterator[Listed]:
    for course in courses:
        if course.quantity is None or not course.unit or course.has_ended:
            continue
        category, area = _area(course, scale)
        far, known = _miles(course.format, course.point, scale.near)
        hours = _hours(course.hours, course.quantity, course.unit)
        yield Listed(
            offer=Offer(
                id=course.pk,
                quantity=course.quantity,
                unit=course.unit,
                price=_weighed(course.price, hours),
                hours=hours,
                title=course.title,
                provider=course.provider_name,
                kind=course.kind,
                category=parse_category(category),
                approved_by=approvers(course.approved_by),
                format=course.format,
                starts_on=course.starts_on,
                ends_on=course.ends_on or course.starts_on,
                zip=course.zip,
                url=course.url,
                miles=far,
                quality=0 if (doubtful := is_doubtful(course, scale.certifier)) else 1,
            ),
            price=course.price,
            hours_known=course.hours is not None,
            miles_known=known,
            area=area,
            is_collection=course.record_type == COLLECTION,
            is_doubtful=doubtful,
            language=course.language,
            course=course.pk,
            checked_on=course.checked_on,
        )


def _from_own(own: Iterable[OwnCourse], scale: Scale) -> Iterator[Listed]:
    for course in own:
        far, known = _miles(course.format, _point(course.zip), scale.near)
        hours = _hours(course.hours, course.quantity, course.unit)
        yield Listed(
            offer=Offer(
                id=f"own-{course.pk}",
                quantity=course.quantity,
                unit=course.unit,
                price=_weighed(course.price, hours),
                hours=hours,
                title=course.title,
                provider=course.provider,
                kind=course.kind,
                category=parse_category(course.category),
                approved_by=approvers(course.approved_by),
                format=course.format,
                ends_on=course.ends_on,
                zip=course.zip,
                url=course.url,
                miles=far,
            ),
            price=course.price,
            hours_known=course.hours is not None,
            miles_known=known,
            area="stated" if course.category else "",
            own=course.pk,
            checked_on=course.noted_on,
        )


def _from_rules(scale: Scale) -> Iterator[Listed]:
    """The review exam, where the certifier's own edition says what it earns and costs."""
    facts = {fact.about: fact for fact in scale.edition.facts}
    points = facts.get("review_exam_points")
    price = facts.get("review_exam_price_member" if scale.wishes.is_member else "review_exam_price_other")
    if points is None or price is None or not isinstance(points.value, int) or not isinstance(price.value, int):
        return
    yield Listed(
        offer=Offer(
            id="rules-review-exam",
            quantity=Decimal(points.value) / 100,
            unit="point",
            price=price.value,
            hours=points.value,
            title=REVIEW_EXAM,
            provider=scale.certifier.upper(),
            kind="exam_review",
            approved_by=frozenset({scale.certifier}),
            format="online",
            url=points.cited.source.href,
        ),
        price=price.value,
        hours_known=False,
        miles_known=True,
        area="",
        checked_on=price.cited.source.read_on,
    )


def _area(course: Course, scale: Scale) -> tuple[str, str]:
    """The area a course is planned for, as a transcript writes it, and how that is known."""
    areas = scale.edition.categories
    if course.kind == "cpr_card":
        return "", ""  # what a card counts as, the rules say
    if course.category or not areas:
        return course.category, "stated" if course.category else ""
    if course.record_type == COLLECTION and scale.certifier in course.approved_by.split(";"):
        return "|".join(areas), "chosen"
    suggested = [name for name in course.suggested.split(";") if name in areas]
    if suggested:
        return "|".join(suggested), "supposed"
    return ("|".join(areas), "open") if scale.wishes.open_areas else ("", "")


def is_doubtful(course: Course, certifier: str) -> bool:
    """Whether its subject is anybody's guess."""
    approved = certifier in course.approved_by.split(";")
    told = approved or course.kind == "cpr_card" or course.category or course.suggested
    return not (told or specialties_of(course.title))


def _hours(hours: Decimal | None, quantity: Decimal, unit: str) -> int:
    """Its length in hundredths; where nobody states it, our guess: an hour for each credit of the usual kinds."""
    if hours is not None:
        return hundredths(hours)
    return hundredths(quantity) * GUESSED_HOURS.get(unit, 1)


def _weighed(price: int | None, hours: int) -> int:
    """The price to plan by. An unknown one is never free, and dearer than what is known."""
    return price if price is not None else max(UNKNOWN_PRICE, UNKNOWN_PRICE * hours // 100)


def _miles(form: str, point: Point | None, near: Point | None) -> tuple[int, bool]:
    """Hundredths of a mile, and whether they are known: online is no way at all, an unknown place is some way."""
    if form != "in_person":
        return 0, True
    if point is None or near is None:
        return UNKNOWN_FAR, False
    return round(100 * miles(near, point)), True


def _point(zip_code: str) -> Point | None:
    try:
        return point_of(zip_code) if zip_code else None
    except (UnknownZip, ZipWithoutPlace):
        return None
