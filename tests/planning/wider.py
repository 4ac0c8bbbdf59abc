"""Cases with everything a plan may be asked besides: clashes, months, languages, distances, purchases, two credentials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, combinations, product
from typing import TypeVar

from hypothesis import strategies as st

from recert.planning.candidates import candidates
from recert.planning.holder import Holder
from recert.planning.months import month_of, months_left
from recert.planning.offer import Offer
from recert.planning.wishes import OBJECTIVES, Wishes
from recert.rulebooks.library import rulebook
from recert.rules.count import asked
from recert.rules.dates import rules_for
from recert.rules.measure import measure
from recert.rules.transcript import Activity, Share, parse_category
from tests.planning.cases import CCMA, CMA, TODAY, Credential, offers

Thing = TypeVar("Thing")
DAYS = [date(2026, 9, 10), date(2026, 9, 11), date(2026, 9, 30), date(2026, 10, 1), date(2026, 11, 10)]
PURCHASES = [
    {"opens": frozenset({"pack"}), "price": 300},
    {"opens": frozenset({"pack"}), "price": 150, "per_month": True},
    {"opens": frozenset({"club"}), "price": 100},
    {"opens": frozenset({"club", "pack"}), "price": 350},
]


@dataclass(frozen=True)
class Wider:
    """Two credentials at most, what can be taken and bought, and what is wished for."""

    credentials: tuple[Credential, ...]
    holders: tuple[Holder, ...]
    offers: list[Offer]
    wishes: Wishes


@st.composite
def wide_offers(draw: st.DrawFn, credential: Credential, place: int) -> Offer:
    plain = draw(offers(credential, place))
    more: dict[str, object] = {"language": draw(st.sampled_from(["", "en", "es"]))}
    if draw(st.booleans()):
        first, last = sorted(draw(st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))))
        more |= {"starts_on": first, "ends_on": last, "format": draw(st.sampled_from(["in_person", "online"]))}
        more |= {"live": draw(st.booleans())}
    tariff = draw(st.sampled_from(["", "pack", "only", "club", "both"]))
    if tariff in ("pack", "only", "both"):
        more |= {"bundle": "pack", "sold_alone": tariff != "only"}
    if tariff in ("club", "both"):
        more |= {"member_of": "club", "member_price": plain.price // 2}
    if draw(st.booleans()):
        more["category"] = (Share((*credential.categories[:2], "administrative")),) if plain.quantity else ()
    return _with(plain, more)


def _with(offer: Offer, more: dict[str, object]) -> Offer:
    return Offer(**{name: getattr(offer, name) for name in Offer.__dataclass_fields__} | more)


@st.composite
def nearly(draw: st.DrawFn, credential: Credential) -> Holder:
    """Someone whom a few courses take to the end: what is asked, less a little of some of it."""
    edition, cycle = rules_for(rulebook(credential.id), cycle=credential.cycle)
    wanted = asked(edition, cycle)
    floors = dict(zip(edition.categories, wanted.floors, strict=True))
    rest = wanted.total - sum(floors.values())
    amounts = [(name, floor // 100 - draw(st.sampled_from([0, 4, 5]))) for name, floor in floors.items()]
    amounts.append((edition.categories[0], rest // 100 - draw(st.sampled_from([0, 2, 5, 10]))))
    outside = draw(st.sampled_from([False, False, True]))
    held = [
        Activity(
            id=f"h{place}",
            earned_on=cycle.starts + timedelta(days=place + 1),
            quantity=Decimal(max(amount, 0)),
            unit=credential.units[1 if outside and place == len(amounts) - 1 else 0],
            category=parse_category(name),
        )
        for place, (name, amount) in enumerate(amounts)
    ]
    return Holder(held, edition, cycle, TODAY)


@st.composite
def wider(draw: st.DrawFn, *, joint: bool = False) -> Wider:
    credential = draw(st.sampled_from([CMA, CMA, CCMA]))
    credentials = (CMA, CCMA) if joint else (credential,)
    known = [
        draw(wide_offers(credentials[place % len(credentials)], place)) for place in range(draw(st.integers(3, 6)))
    ]
    for place, purchase in enumerate(draw(st.lists(st.sampled_from(PURCHASES), min_size=1, max_size=2))):
        known.append(_with(draw(offers(credential, 90 + place)), {"hours": 0, "miles": 0, "quality": 0, **purchase}))
    wishes = Wishes(
        least=draw(st.sampled_from(OBJECTIVES)),
        budget=draw(st.sampled_from([None, None, None, 1500])),
        hours=draw(st.sampled_from([None, None, None, 1200])),
        hours_a_month=draw(st.sampled_from([None, None, None, 200, 400])),
        languages=draw(st.sampled_from([frozenset(), frozenset(), frozenset({"es"})])),
        within=draw(st.sampled_from([None, None, 1000])),
        belongs_to=draw(st.sampled_from([frozenset(), frozenset(), frozenset({"club"})])),
    )
    return Wider(credentials, tuple(draw(nearly(one)) for one in credentials), known, wishes)


def best_by_trying(case: Wider) -> tuple[list[str], int] | None:
    """The ids of the best set and what it costs, by trying every one; None where none works."""
    courses = [one for one in case.offers if not one.opens and _may(one, case.wishes)]
    doors = [one for one in case.offers if one.opens]
    rated = [
        (rating, sorted(one.id for one in (*taken, *bought)))
        for taken in _sets(courses)
        if _works(taken, case)
        for bought in _sets(doors)
        for rating in _ratings(taken, bought, case)
    ]
    if not rated:
        return None
    least, ids = min(rated)
    return ids, least[case.wishes.order.index("cost")]


def _sets(things: Sequence[Thing]) -> Iterator[tuple[Thing, ...]]:
    return chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))


def _may(offer: Offer, wishes: Wishes) -> bool:
    spoken = not wishes.languages or offer.language in ("", *wishes.languages)
    return spoken and (wishes.within is None or offer.miles <= wishes.within)


def _works(taken: Sequence[Offer], case: Wider) -> bool:
    spans = [one.occupies for one in taken if one.occupies]
    if any(a[0] <= b[1] and b[0] <= a[1] for a, b in combinations(spans, 2)):
        return False
    sides = zip(case.credentials, case.holders, strict=True)
    return all(_meets(taken, credential, holder, case.wishes) for credential, holder in sides)


def _meets(taken: Sequence[Offer], credential: Credential, holder: Holder, wishes: Wishes) -> bool:
    """Whether one credential is met, by the route that is reviewed or by the one that is not."""
    plain = [_with(one, {"sold_alone": True, "bundle": ""}) for one in taken]
    found = candidates(plain, holder, Wishes())
    everything = [*holder.transcript, *(one.activity for one in found)]
    approved = [one for one in everything if one.unit == credential.approving_unit]
    days = [one.day for one in found if one.offer.done_on(holder.as_of)]
    reviewed = not (credential.reviewed and any(day >= credential.reviewed for day in days))
    for rows, route in ((everything, reviewed), (approved, bool(credential.approving_unit))):
        met = measure(rows, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle).met
        if route and met and _has_time([one.offer for one in found], holder, wishes, approved=rows is approved):
            return True
    return False


def _has_time(taken: Sequence[Offer], holder: Holder, wishes: Wishes, *, approved: bool) -> bool:
    free = wishes.hours_a_month
    if free is None:
        return True
    months: dict[int, int] = {}
    for one in taken:
        if (day := one.done_on(holder.as_of)) is not None:
            month = month_of(day, holder.as_of)
            months[month] = months.get(month, 0) + one.hours
    left = months_left(holder, approved=approved)
    return max(months.values(), default=0) <= free and sum(one.hours for one in taken) <= free * left


def _ratings(taken: Sequence[Offer], bought: Sequence[Offer], case: Wider) -> Iterator[tuple[int, ...]]:
    """What a set adds up to, for each way of paying; no purchase is made in vain."""
    wishes = case.wishes
    longest = max(months_left(holder, approved=True) for holder in case.holders)
    terms = [range(1, longest + 1) if one.per_month else (1,) for one in bought]
    ways = [_ways(one, bought, wishes) for one in taken]
    for paid, months in product(product(*ways), product(*terms)):
        if not _lasts(taken, paid, bought, months, wishes):
            continue
        cost = sum(price for _, price in paid) + sum(one.price * n for one, n in zip(bought, months, strict=True))
        sums = {"cost": cost, "hours": sum(one.hours for one in taken), "travel": sum(one.miles for one in taken)}
        if cost <= (wishes.budget if wishes.budget is not None else cost) and sums["hours"] <= (
            wishes.hours if wishes.hours is not None else sums["hours"]
        ):
            quality = -sum(one.quality for one in taken)
            yield (*(sums[one] for one in wishes.order), len(taken) + len(bought), quality)


def _ways(offer: Offer, bought: Sequence[Offer], wishes: Wishes) -> list[tuple[str, int]]:
    opened = frozenset().union(*(one.opens for one in bought))
    ways = [("", offer.price)] if offer.sold_alone else []
    for name, price in ((offer.bundle, 0), (offer.member_of, offer.member_price)):
        if name and price is not None and name in wishes.belongs_to:
            ways.append(("", price))
        elif name and price is not None and name in opened:
            ways.append((name, price))
    return ways


def _lasts(
    taken: Sequence[Offer],
    paid: Sequence[tuple[str, int]],
    bought: Sequence[Offer],
    months: Sequence[int],
    wishes: Wishes,
) -> bool:
    """Whether what is paid by the month is paid long enough for the hours it opens."""
    if wishes.hours_a_month is None:
        return True
    for name in {name for name, _ in paid if name}:
        doors = [(one, n) for one, n in zip(bought, months, strict=True) if name in one.opens]
        hours = sum(one.hours for one, (way, _) in zip(taken, paid, strict=True) if way == name)
        if all(one.per_month for one, _ in doors) and hours > wishes.hours_a_month * sum(n for _, n in doors):
            return False
    return True
