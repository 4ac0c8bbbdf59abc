"""Holders, offers and wishes that hold every limit a plan must keep, drawn for the property tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from recert.planning.holder import Holder
from recert.planning.offer import Offer
from recert.planning.wishes import OBJECTIVES, Wishes
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.transcript import Activity, parse_category
from recert.rules.verdict import Span

TODAY = date(2026, 9, 1)
TITLES = ["", "Triage", "HIPAA and fire"]


@dataclass(frozen=True)
class Credential:
    """A credential as the cases hold it: units, categories, how much is held, and the days that are close."""

    id: str
    cycle: Span
    units: tuple[str, ...]
    categories: tuple[str, ...]
    held: tuple[int, ...]
    amounts: tuple[str, ...]
    days: tuple[date, ...]
    reviewed: date | None
    """From this day on nothing that must be reviewed is in time, counted by hand from the published days."""
    at_once: date | None
    approving_unit: str = ""


CMA = Credential(
    id="cma-aama",
    cycle=Span(date(2021, 11, 5), date(2026, 11, 30)),
    units=("aama_ceu", "cme"),
    categories=("clinical", "general", "administrative", "clinical|general", "", "administrative=2;general=2"),
    held=(5, 10, 20, 30),
    amounts=("4", "5", "10", "2.5", "15"),
    days=(date(2026, 10, 31), date(2026, 11, 8), date(2026, 11, 9), date(2026, 11, 20), date(2026, 11, 30)),
    reviewed=date(2026, 11, 9),
    at_once=date(2026, 11, 30),
    approving_unit="aama_ceu",
)
NCMA = Credential(
    id="ncma-ncct",
    cycle=Span(date(2026, 1, 1), date(2026, 12, 31)),
    units=("clock_hour", "ce_credit"),
    categories=("", "clinical"),
    held=(1, 2, 4),
    amounts=("1", "2", "2.5", "4"),
    days=(date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 1)),
    reviewed=None,
    at_once=None,
)
CCMA = Credential(
    id="ccma-c-ccbma",
    cycle=Span(date(2022, 1, 1), date(2026, 12, 31)),
    units=("cme", "point"),
    categories=("clinical", "basic", "clinical|basic", "", "general", "basic=2;clinical=2"),
    held=(5, 10, 20, 30),
    amounts=("4", "5", "10", "15"),
    days=(date(2026, 10, 1), date(2026, 11, 27), date(2026, 11, 28), date(2026, 12, 30)),
    reviewed=date(2026, 11, 28),
    at_once=date(2026, 11, 28),
)


@dataclass(frozen=True, repr=False)
class Case:
    """Someone's gap, what can be taken, and what is wished for."""

    credential: Credential
    offers: list[Offer]
    holder: Holder
    wishes: Wishes

    def __repr__(self) -> str:
        return (
            f"{self.credential.id}\n{self.offers}\n{self.holder.transcript}\n{self.wishes}\n{self.holder.first_cycle}"
        )


@st.composite
def offers(draw: st.DrawFn, credential: Credential, place: int) -> Offer:
    category = draw(st.sampled_from(credential.categories))
    return Offer(
        id=f"o{place}",
        title=draw(st.sampled_from(TITLES)),
        provider="Prof. Okafor",
        kind=draw(st.sampled_from(["course", "course", "in_service"])),
        quantity=Decimal(4) if "=" in category else Decimal(draw(st.sampled_from(credential.amounts))),
        unit=draw(st.sampled_from(credential.units)),
        category=parse_category(category),
        price=draw(st.sampled_from([0, 500, 1000, 1500])),
        hours=draw(st.sampled_from([100, 200, 400])),
        miles=draw(st.sampled_from([0, 0, 1250])),
        quality=draw(st.sampled_from([0, 0, 1])),
        ends_on=draw(st.sampled_from([None, None, *credential.days])),
    )


@st.composite
def holders(draw: st.DrawFn, credential: Credential) -> Holder:
    edition, cycle = rules_for(rulebook(credential.id), cycle=credential.cycle)
    row = st.tuples(
        st.sampled_from(credential.categories[:5]),
        st.sampled_from(credential.held),
        st.sampled_from(credential.units),
        st.sampled_from([cycle.starts - timedelta(days=30), cycle.starts, cycle.starts + timedelta(days=200)]),
    )
    held = [
        Activity(
            id=f"h{i}",
            earned_on=day + timedelta(days=i),
            quantity=Decimal(quantity),
            unit=unit,
            category=parse_category(category),
        )
        for i, (category, quantity, unit, day) in enumerate(draw(st.lists(row, max_size=8)))
    ]
    return Holder(held, edition, cycle, TODAY, first_cycle=draw(st.booleans()))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    credential = draw(st.sampled_from([CMA, CMA, CMA, NCMA, CCMA]))
    wishes = Wishes(
        least=draw(st.sampled_from(OBJECTIVES)),
        budget=draw(st.sampled_from([None, None, 0, 1500, 4000])),
        hours=draw(st.sampled_from([None, None, 800])),
    )
    known = [draw(offers(credential, place)) for place in range(draw(st.integers(0, 8)))]
    return Case(credential, known, draw(holders(credential)), wishes)
