"""How an edition treats an activity by its traits: rate, approval, categories, caps, refusals."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from recert.rules.edition import Approver, Edition, KindRule, MinimumLength
from recert.rules.treat import Treatment, kind_rule, treatment
from tests.rules.made import activity, cap, cited, converts, edition


def treated(rules: Edition | None = None, **row: Any) -> Treatment:
    return treatment(rules or edition(), activity(**row).trait)


def codes(how: Treatment) -> list[str]:
    return [reason.code for reason in how.refusals]


def rule(kind: str, **changes: Any) -> Edition:
    return edition(kinds=(KindRule(kind=kind, cited=cited(f"Of {kind}."), **changes),))


@pytest.mark.parametrize(("unit", "rate"), [("aama_ceu", 100), ("cme", 100), ("college_credit", 1500)])
def test_the_rate_is_the_conversions(unit: str, rate: int) -> None:
    assert treated(unit=unit).rate == rate


def test_a_unit_no_rule_converts_is_refused_and_worth_nothing() -> None:
    how = treated(unit="year")
    assert (how.rate, codes(how), how.conversion) == (0, ["conversion_unknown"], None)
    assert how.refusals[0].text.startswith("No published rule turns this unit (year) into points")
    assert how.refusals[0].cited is None


def test_a_conversion_nobody_knows_is_refused_with_its_citation() -> None:
    how = treated(edition(conversions=(converts("year", None),)), unit="year")
    assert (how.rate, codes(how)) == (0, ["conversion_unknown"])
    assert how.refusals[0].cited == how.conversion.cited


def test_an_ambiguous_ceu_is_asked_about_rather_than_converted() -> None:
    assert codes(treated(unit="ceu")) == ["unit_ambiguous"]


def test_a_conversion_for_the_kind_wins_over_the_one_for_every_kind() -> None:
    rules = edition(conversions=(converts("point", 1), converts("point", 3, kinds=frozenset({"seminar"}))))
    assert (treated(rules, unit="point").rate, treated(rules, unit="point", kind="seminar").rate) == (100, 300)


def test_a_conversion_for_other_kinds_does_not_apply() -> None:
    rules = edition(conversions=(converts("card", 4, kinds=frozenset({"cpr_card"})),))
    assert codes(treated(rules, unit="card")) == ["conversion_unknown"]
    assert codes(treated(rules, unit="card", kind="cpr_card")) == []


def test_a_kind_may_convert_some_units_only() -> None:
    rules = rule("teaching", only_units=frozenset({"point"}))
    assert codes(treated(rules, kind="teaching", unit="cme")) == ["conversion_unknown"]
    assert codes(treated(rules, kind="teaching", unit="point")) == []
    assert codes(treated(rules, kind="course", unit="cme")) == []


@pytest.mark.parametrize(
    ("row", "approved"),
    [
        ({"unit": "aama_ceu"}, True),
        ({"unit": "cme", "by": "ancc aama"}, True),
        ({"unit": "cme", "by": "ancc"}, False),
        ({"unit": "cme"}, False),
    ],
)
def test_approval_comes_from_the_approver_or_from_its_unit(row: dict[str, str], approved: bool) -> None:
    assert treated(**row).approved is approved


def test_approval_may_come_from_the_kind() -> None:
    rules = rule("cpr_card", approved=True)
    assert treated(rules, kind="cpr_card", unit="cme").approved
    assert not treated(rules, kind="course", unit="cme").approved


def test_where_nobodys_approval_is_asked_nothing_is_approved() -> None:
    assert not treated(edition(approver=None), unit="aama_ceu", by="aama").approved


def test_another_approvers_approval_is_none() -> None:
    assert not treated(edition(approver=Approver(id="amt")), unit="aama_ceu", by="aama").approved


@pytest.mark.parametrize(
    ("category", "masks"),
    [
        ("", (0,)),
        ("clinical", (0b01,)),
        ("general", (0b10,)),
        ("clinical|general", (0b11,)),
        ("astrology", (0,)),
        ("astrology|general", (0b10,)),
    ],
)
def test_categories_are_bits_in_the_editions_order(category: str, masks: tuple[int, ...]) -> None:
    assert treated(category=category).masks == masks


def test_a_split_keeps_its_amounts_and_its_points_add_up() -> None:
    how = treated(quantity=3, category="clinical=2;general=1")
    assert (how.masks, how.amounts) == ((1, 2), (20_000, 10_000))
    assert list(how.parts(100)) == [(1, 67), (2, 33)]


def test_one_part_holds_all_points() -> None:
    assert list(treated(category="general").parts(250)) == [(2, 250)]


def test_a_kind_may_count_in_one_category_whatever_the_row_says() -> None:
    how = treated(rule("cpr_card", counts_in="clinical"), kind="cpr_card", quantity=2, category="general=1;clinical=1")
    assert (how.masks, how.amounts) == ((1,), ())


@pytest.mark.parametrize(
    ("quantity", "points"), [("1", 100), ("1.5", 150), ("0.005", 1), ("0.0049", 0), ("0.3333", 33), ("0.125", 13)]
)
def test_points_are_rounded_half_up_to_a_hundredth(quantity: str, points: int) -> None:
    assert treated(quantity=quantity).points(activity(quantity=quantity)) == points


@pytest.mark.parametrize(
    ("of", "held"),
    [
        ({"approved": True}, ["approved cme", "approved aama_ceu"]),
        ({"approved": False}, ["outside cme"]),
        ({"kinds": frozenset({"seminar"})}, []),
        ({"kinds": frozenset({"course"})}, ["outside cme", "approved cme", "approved aama_ceu"]),
        ({"units": frozenset({"cme"})}, ["outside cme", "approved cme"]),
        ({"units": frozenset({"cme"}), "approved": True}, ["approved cme"]),
        ({"units": frozenset({"cme"}), "kinds": frozenset({"seminar"})}, []),
        ({"before_cycle": True}, []),
        ({}, ["outside cme", "approved cme", "approved aama_ceu"]),
    ],
)
def test_a_cap_holds_what_every_condition_selects(of: dict[str, object], held: list[str]) -> None:
    rules = edition(caps=(cap("some", 3, **of),))
    rows = {
        "outside cme": treated(rules, unit="cme"),
        "approved cme": treated(rules, unit="cme", by="aama"),
        "approved aama_ceu": treated(rules),
    }
    assert [name for name, how in rows.items() if how.caps] == held


def test_a_kind_that_is_not_accepted_is_refused_with_the_rule() -> None:
    how = treated(rule("employment", accepted=False), kind="employment")
    assert codes(how) == ["kind_not_accepted"]
    assert how.refusals[0].text == "The certifier does not accept this kind of activity (employment)."
    assert how.refusals[0].cited.says == "Of employment."


def test_a_refusal_may_spare_what_is_approved() -> None:
    rules = rule("in_service", accepted=False, unless_approved=True)
    assert codes(treated(rules, kind="in_service", unit="cme")) == ["kind_not_accepted"]
    assert codes(treated(rules, kind="in_service", unit="cme", by="aama")) == []


def test_a_plain_refusal_spares_nothing() -> None:
    assert codes(treated(rule("in_service", accepted=False), kind="in_service")) == ["kind_not_accepted"]


@pytest.mark.parametrize(("relevant", "expected"), [(False, ["not_relevant"]), (None, []), (True, [])])
def test_only_what_is_said_to_be_irrelevant_is_refused(relevant: bool | None, expected: list[str]) -> None:
    assert codes(treated(relevant=relevant)) == expected


def test_every_refusal_that_applies_is_given() -> None:
    how = treated(rule("employment", accepted=False), kind="employment", unit="year", relevant=False)
    assert codes(how) == ["kind_not_accepted", "not_relevant", "conversion_unknown"]


LONG = edition(minimum_length=MinimumLength(minutes=50, cited=cited(), exempt_kinds=frozenset({"college"})))


@pytest.mark.parametrize(
    ("row", "minimum"),
    [({"unit": "cme"}, 500_000), ({"unit": "cme", "by": "aama"}, 0), ({"unit": "cme", "kind": "college"}, 0)],
)
def test_a_minimum_length_holds_what_is_neither_approved_nor_exempt(row: dict[str, str], minimum: int) -> None:
    assert treated(LONG, **row).minimum == minimum


def test_without_a_minimum_length_none_is_asked() -> None:
    assert treated(unit="cme").minimum == 0


def test_the_last_day_a_kind_was_accepted_comes_with_its_rule() -> None:
    how = treated(rule("employment", until=date(2020, 12, 31)), kind="employment")
    assert (how.until, how.until_cited.says) == (date(2020, 12, 31), "Of employment.")
    assert treated(kind="employment").until is treated(kind="employment").until_cited is None


def test_a_kind_without_a_rule_has_none() -> None:
    rules = rule("teaching")
    assert kind_rule(rules, "teaching") is rules.kinds[0]
    assert kind_rule(rules, "course") is None
