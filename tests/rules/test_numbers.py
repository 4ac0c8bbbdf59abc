"""Numbers: every number an edition states, by name, in the order a reader wants them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from recert.rules.edition import (
    AlsoRequired,
    Fact,
    KindRule,
    Lapse,
    MinimumLength,
    PreEarned,
    RecurringTraining,
    Repeats,
    Route,
)
from recert.rules.numbers import numbers_of
from tests.rules.made import asks, cap, cited, converts, edition

BARE = {"requirements": (asks("total", 30),), "conversions": ()}


def told(**changes: Any) -> list[tuple[str, object, str, str]]:
    """What an edition states besides its cycle and total."""
    found = numbers_of(edition(**{**BARE, **changes}))
    return [(n.about, n.value, n.measure, n.cited.says) for n in found][2:]


def test_the_cycle_and_what_is_asked_come_first() -> None:
    found = [(n.about, n.value, n.measure, n.cited.says) for n in numbers_of(edition(conversions=()))]
    assert found == [
        ("cycle", 60, "months", "Sixty months."),
        ("total", 3000, "points", "total is asked."),
        ("clinical", 1000, "points", "clinical is asked."),
        ("general", 500, "points", "general is asked."),
        ("approved", 1200, "points", "approved is asked."),
    ]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"reduced_total": asks("total", 5)}, ("reduced_total", 500, "points", "total is asked.")),
        ({"caps": (cap("outside", 30),)}, ("outside", 3000, "points", "outside is limited.")),
        (
            {"minimum_length": MinimumLength(minutes=50, cited=cited("Fifty."))},
            ("minimum_length", 50, "minutes", "Fifty."),
        ),
        ({"pre_earned": PreEarned(months=3, cited=cited("Three."))}, ("pre_earned_months", 3, "months", "Three.")),
        ({"repeats": Repeats(within="ever", cited=cited("Once."))}, ("repeats", "ever", "text", "Once.")),
        (
            {
                "recurring": RecurringTraining(
                    once_per_months=60, topics={}, kinds=frozenset(), cited=cited("Once in five years.")
                )
            },
            ("recurring_training", 60, "months", "Once in five years."),
        ),
        ({"conversions": (converts("cme", 1),)}, ("unit:cme", 100, "points", "cme converts.")),
        (
            {"conversions": (converts("cme", None, kinds=frozenset({"seminar", "college"})),)},
            ("unit:cme@college+seminar", None, "points", "cme converts."),
        ),
        (
            {"kinds": (KindRule(kind="teaching", cited=cited("Taught.")),)},
            ("kind:teaching", True, "yes_no", "Taught."),
        ),
        (
            {"also_required": (AlsoRequired(about="cpr", required=None, cited=cited("A card.")),)},
            ("cpr", None, "yes_no", "A card."),
        ),
        (
            {"also_required": (AlsoRequired(about="cpr", required=True, cited=cited("A card.")),)},
            ("cpr", True, "yes_no", "A card."),
        ),
        ({"routes": (Route(route="mail", days=30, cited=cited("Mail.")),)}, ("route:mail", 30, "days", "Mail.")),
        (
            {"facts": (Fact(about="fee", value=5000, measure="usd_cents", cited=cited("Pay.")),)},
            ("fee", 5000, "usd_cents", "Pay."),
        ),
    ],
)
def test_each_part_of_an_edition_states_its_number(part: dict[str, Any], expected: tuple[object, ...]) -> None:
    assert told(**part) == [expected]


def test_a_kind_accepted_up_to_a_day_states_the_day_too() -> None:
    rule = KindRule(kind="employment", accepted=False, until=date(2020, 12, 31), cited=cited("Until 2020."))
    assert told(kinds=(rule,)) == [
        ("kind:employment", False, "yes_no", "Until 2020."),
        ("kind:employment_until", date(2020, 12, 31), "date", "Until 2020."),
    ]


def test_every_reading_of_a_lapse_is_stated() -> None:
    lapse = Lapse(months=3, days=0, not_after=date(2020, 3, 30), cited=cited("Three months."))
    assert told(lapse=lapse) == [
        ("lapse_months", 3, "months", "Three months."),
        ("lapse_days", 0, "days", "Three months."),
        ("lapse_not_after", date(2020, 3, 30), "date", "Three months."),
    ]
    assert told(lapse=Lapse(days=90, cited=cited())) == [("lapse_days", 90, "days", "The policies say so.")]


def test_an_exam_states_when_to_have_passed() -> None:
    assert told(routes=(Route(route="exam", days=30, pass_months=2, cited=cited("Exam.")),)) == [
        ("route:exam", 30, "days", "Exam."),
        ("route:exam_pass", 2, "months", "Exam."),
    ]


def test_what_limits_comes_before_what_converts_and_how_to_apply_before_the_facts() -> None:
    abouts = [
        about
        for about, *_ in told(
            caps=(cap("outside", 30),),
            conversions=(converts("cme", 1),),
            kinds=(KindRule(kind="teaching", cited=cited()),),
            also_required=(AlsoRequired(about="cpr", required=True, cited=cited()),),
            routes=(Route(route="mail", days=30, cited=cited()),),
            lapse=Lapse(days=90, cited=cited()),
            facts=(Fact(about="fee", value=1, measure="usd_cents", cited=cited()),),
        )
    ]
    assert abouts == ["outside", "unit:cme", "kind:teaching", "cpr", "lapse_days", "route:mail", "fee"]
