"""The quick answer is the full one: met and gap of `measure` against `evaluate`, under every edition we have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from recert.rulebooks.library import all_rulebooks
from recert.rules.calendar import months_after
from recert.rules.edition import Approver, Edition, KindRule, MinimumLength, PreEarned, Repeats
from recert.rules.evaluate import evaluate
from recert.rules.measure import Measure, measure
from recert.rules.transcript import KINDS, UNITS, Activity, SplitDoesNotAddUp, parse_category
from recert.rules.verdict import Span
from tests.rules.made import CYCLE, TODAY, activity, asks, cap, cited, edition

EDITIONS = [edition for rulebook in all_rulebooks() for edition in rulebook.editions]


def drawn(random: Random, rules: Edition, cycle: Span) -> Activity:
    names = rules.categories or ("clinical",)
    one, other = random.choice(names), random.choice(names)
    quantity = Decimal(random.choice(["0.5", "1", "1.5", "2", "3", "7.25", "12"]))
    category = random.choice(["", one, f"{one}|{other}", f"{one}={quantity - 1};{other}=1" if quantity > 1 else one])
    kind = random.choice([*KINDS, *["course"] * 13])
    return Activity(
        id=str(random.random()),
        earned_on=cycle.starts + timedelta(days=random.randint(-60, (cycle.ends - cycle.starts).days + 20)),
        quantity=quantity,
        unit=random.choice([*UNITS, "point", "ce_credit", "cme", "contact_hour"]),
        kind=kind,
        title=f"Course {random.randint(1, 40)}",
        provider=random.choice(["", "Lab Co"]),
        minutes=random.choice([None, None, 30, 50, 120]),
        category=parse_category(category),
        approved_by=frozenset(random.choice([[], [], ["aama"], ["amt"], ["iacet"], ["nha", "ancc"]])),
        certificate=random.choice(["", "", f"{random.randint(1, 50)}.pdf"]),
        relevant=random.choice([None, True, True, False]),
    )


def transcripts(rules: Edition, count: int) -> Iterator[tuple[list[Activity], Span]]:
    random = Random(f"{rules.credential} {rules.name}")
    for _ in range(count):
        starts = date(2021, random.randint(1, 12), random.randint(1, 28))
        cycle = Span(starts, months_after(starts, rules.cycle.months))
        yield [drawn(random, rules, cycle) for _ in range(random.randint(0, 30))], cycle


@pytest.mark.parametrize("rules", EDITIONS, ids=lambda rules: f"{rules.credential} {rules.name}")
@pytest.mark.parametrize("first_cycle", [False, True])
def test_met_and_gap_are_the_full_verdicts(rules: Edition, first_cycle: bool) -> None:
    for rows, cycle in transcripts(rules, 12):
        full = evaluate(rows, edition=rules, cycle=cycle, as_of=TODAY, first_cycle=first_cycle)
        quick = measure(rows, edition=rules, cycle=cycle, first_cycle=first_cycle)
        assert (quick.gap, quick.met) == (full.gap.points, full.met is True)


def quick(*rows: Activity, **changes: Any) -> int:
    """The gap, which must be the full verdict's too."""
    rules = edition(**changes)
    gap = measure(rows, edition=rules, cycle=CYCLE).gap
    assert type(gap) is int
    assert gap == evaluate(rows, edition=rules, cycle=CYCLE, as_of=TODAY).gap.points
    return gap


def test_nothing_done_lacks_the_total() -> None:
    assert quick() == 3000


@pytest.mark.parametrize(
    ("on", "gap"), [("2021-11-04", 3000), ("2021-11-05", 2000), ("2026-11-30", 2000), ("2026-12-01", 3000)]
)
def test_both_days_of_the_cycle_count(on: str, gap: int) -> None:
    assert quick(activity(quantity=10, category="clinical", on=on)) == gap


def test_a_cycle_is_no_first_one_unless_that_is_said() -> None:
    rules = edition(pre_earned=PreEarned(months=3, cited=cited()))
    early = [activity(quantity=10, category="clinical", on="2021-11-04")]
    assert measure(early, edition=rules, cycle=CYCLE).gap == 3000
    assert measure(early, edition=rules, cycle=CYCLE, first_cycle=True).gap == 2000


def test_what_is_refused_counts_for_nothing() -> None:
    assert quick(activity(quantity=10, category="clinical", relevant=False)) == 3000
    assert quick(activity(quantity=10, category="clinical", unit="year")) == 3000


def test_duplicates_count_once_by_course_and_by_certificate() -> None:
    same = {"quantity": 4, "category": "clinical"}
    assert quick(*(activity(name, title="T", provider="P", **same) for name in "ab")) == 2600
    assert quick(*(activity(name, certificate="c.pdf", **same) for name in "ab")) == 2600
    assert quick(*(activity(name, title="T", provider="P", certificate="c.pdf", **same) for name in "abc")) == 2600
    assert quick(*(activity(name, title="T", **same) for name in "ab")) == 2200


@pytest.mark.parametrize(("minutes", "gap"), [(49, 3000), (50, 2600), (None, 2600)])
def test_exactly_the_minimum_length_counts(minutes: int | None, gap: int) -> None:
    long = MinimumLength(minutes=50, cited=cited())
    assert quick(activity(quantity=4, unit="point", category="clinical", minutes=minutes), minimum_length=long) == gap


def test_a_short_approved_activity_counts() -> None:
    long = MinimumLength(minutes=50, cited=cited())
    assert quick(activity(quantity=4, category="clinical", minutes=5), minimum_length=long) == 2600


def test_points_are_rounded_half_up() -> None:
    assert quick(activity(quantity="0.005", category="clinical")) == 2999
    assert quick(activity(quantity="0.0049", category="clinical")) == 3000


def test_a_split_counts_in_each_of_its_categories() -> None:
    only = {"requirements": (asks("total", 0), asks("clinical", 10), asks("general", 10))}
    assert quick(activity(quantity=12, category="clinical=8;general=4"), **only) == 800
    assert quick(activity(quantity=12, category="clinical"), **only) == 1000
    assert quick(activity(quantity=12, category="clinical|general"), **only) == 800


def test_a_cap_holds_outside_points() -> None:
    caps = (cap("outside", 10, approved=False),)
    assert quick(activity(quantity=20, unit="cme", category="clinical|general"), caps=caps) == 2000


def test_a_cap_may_hold_one_unit_alone() -> None:
    caps = (cap("college", 10, units=frozenset({"college_credit"})),)
    rows = [activity("a", 1, "college_credit", "clinical|general"), activity("b", 4, category="clinical")]
    assert quick(*rows, caps=caps) == 1600


def test_a_cap_may_hold_what_is_approved_by_name_alone() -> None:
    rules = {"caps": (cap("own", 10, approved=True),), "approver": Approver(id="aama")}
    assert quick(activity("a", 20, "cme", "clinical|general", by="aama"), **rules) == 2000
    assert quick(activity("a", 20, "cme", "clinical|general"), **rules) == 1200


def test_a_mixed_cap_is_measured_by_the_chains_of_the_table() -> None:
    caps = (cap("seminars", 10, kinds=frozenset({"seminar"})),)
    rows = [
        activity("a", 20, "cme", "clinical", kind="seminar"),
        activity("b", 20, category="general", kind="seminar"),
    ]
    assert quick(*rows, caps=caps, requirements=(asks("clinical", 10), asks("approved", 10))) == 500


def test_rules_that_look_beyond_traits_are_measured_the_full_way() -> None:
    rows = [activity("a", 9, title="T", provider="P"), activity("b", 9, title="T", provider="P", on="2024-01-01")]
    assert quick(*rows, repeats=Repeats(within="cycle", cited=cited())) == 2100
    assert quick(*rows) == 1500
    until = (KindRule(kind="course", until=date(2023, 12, 31), cited=cited()),)
    assert quick(*rows, kinds=until) == 2100
    by_year = (cap("yearly", 5, per_year=True),)
    assert quick(*rows, caps=by_year) == 2000


def test_a_number_nobody_knows_leaves_it_unmet_without_a_gap() -> None:
    found = measure((), edition=edition(requirements=(asks("total", None),)), cycle=CYCLE)
    assert (found, found.met) == (Measure(gap=0, known=False), False)


def test_no_gap_and_every_number_known_is_met() -> None:
    assert measure((), edition=edition(requirements=(asks("total", 0),)), cycle=CYCLE).met
    assert not measure((), edition=edition(), cycle=CYCLE).met


def test_a_split_that_cannot_be_is_never_measured() -> None:
    with pytest.raises(SplitDoesNotAddUp):
        activity(quantity=3, category="clinical=1;general=1")
