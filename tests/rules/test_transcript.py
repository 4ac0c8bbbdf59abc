"""Activities: what a certificate's words mean before any rule is applied."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recert.rules.transcript import (
    CategoryUnreadable,
    Share,
    SplitDoesNotAddUp,
    category_text,
    parse_category,
    trait_of,
    unit_read,
)
from tests.rules.made import activity

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("", ()),
        (" ; ", ()),
        ("clinical", (Share(("clinical",)),)),
        (" Clinical ", (Share(("clinical",)),)),
        ("clinical|general", (Share(("clinical", "general")),)),
        ("clinical=2;general=1.5", (Share(("clinical",), Decimal(2)), Share(("general",), Decimal("1.5")))),
        (
            "clinical|general = 2; safety=0",
            (Share(("clinical", "general"), Decimal(2)), Share(("safety",), Decimal(0))),
        ),
        ("patient_care;", (Share(("patient_care",)),)),
        ("hands-on", (Share(("hands-on",)),)),
    ],
)
def test_a_category_is_a_name_a_split_or_a_choice(text: str, shares: tuple[Share, ...]) -> None:
    assert parse_category(text) == shares


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("clinical;general", "'clinical;general' names several categories without amounts; write clinical=2;general=1"),
        ("clinical=2;general", "'clinical=2;general' names several categories without amounts; write clinical=2;general=1"),
        ("clin!cal", "'clin!cal' is not a category; write clinical, clinical=2;general=1 or clinical|general"),
        ("clinical|", "'clinical|' is not a category; write clinical, clinical=2;general=1 or clinical|general"),
        ("=2", "'=2' is not a category; write clinical, clinical=2;general=1 or clinical|general"),
        ("_", "'_' is not a category; write clinical, clinical=2;general=1 or clinical|general"),
        ("-", "'-' is not a category; write clinical, clinical=2;general=1 or clinical|general"),
        ("clinical=two", "'two' in 'clinical=two' is not a number"),
        ("clinical=", "'' in 'clinical=' is not a number"),
        ("clinical=-1", "'-1' in 'clinical=-1' must be zero or more"),
        ("clinical=NaN", "'NaN' in 'clinical=NaN' must be zero or more"),
        ("clinical=Infinity", "'Infinity' in 'clinical=Infinity' must be zero or more"),
    ],
)  # fmt: skip
def test_an_unreadable_category_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(CategoryUnreadable) as refusal:
        parse_category(text)
    assert str(refusal.value) == message


@pytest.mark.parametrize("text", ["", "clinical", "clinical|general", "clinical=2;general=1", "clinical|general=2.5"])
def test_a_category_is_written_as_it_is_read(text: str) -> None:
    assert category_text(parse_category(text)) == text


def test_a_split_that_does_not_add_up_is_refused_with_its_sum() -> None:
    with pytest.raises(SplitDoesNotAddUp) as refusal:
        activity(quantity=4, category="clinical=2;general=1")
    assert str(refusal.value) == "the split clinical=2;general=1 adds up to 3, not to the quantity 4"


def test_a_split_that_adds_up_is_kept() -> None:
    assert len(activity(quantity=3, category="clinical=2;general=1").category) == 2


@pytest.mark.parametrize(
    ("approved_by", "quantity", "minutes", "expected"),
    [
        ({"aama"}, 1, None, "aama_ceu"),
        ({"aama", "iacet"}, 1, None, "aama_ceu"),
        ({"iacet"}, 1, None, "iacet_ceu"),
        ({"ancc"}, 1, None, "ceu"),
        (set(), 2, None, "ceu"),
        (set(), 0, 50, "ceu"),
        (set(), 2, 89, "ceu"),
        (set(), 2, 90, "contact_hour"),
        (set(), 2, 120, "contact_hour"),
        (set(), 2, 121, "ceu"),
        (set(), "0.2", 120, "iacet_ceu"),
        (set(), "0.2", 119, "ceu"),
        (set(), "0.2", 121, "ceu"),
    ],
)
def test_a_bare_ceu_is_read_by_its_issuer_and_then_by_its_minutes(
    approved_by: set[str], quantity: int | str, minutes: int | None, expected: str
) -> None:
    assert unit_read("ceu", frozenset(approved_by), Decimal(quantity), minutes) == expected


def test_any_other_unit_is_read_as_printed() -> None:
    assert unit_read("cme", frozenset({"aama"}), Decimal(1), 600) == "cme"


@pytest.mark.parametrize(
    ("unit", "minutes"),
    [("aama_ceu", 50), ("contact_hour", 50), ("clock_hour", 60), ("cme", 60), ("cne", 60), ("iacet_ceu", 600)],
)
def test_a_unit_fixes_the_length_of_one(unit: str, minutes: int) -> None:
    assert activity(quantity="1.5", unit=unit).fine_length == minutes * 15_000


@pytest.mark.parametrize("unit", ["ceu", "ce_credit", "college_credit", "point", "card", "year"])
def test_other_units_fix_no_length(unit: str) -> None:
    assert activity(unit=unit).fine_length is None


def test_minutes_win_over_the_unit() -> None:
    assert activity(unit="cme", minutes=45).fine_length == 450_000
    assert activity(unit="point", minutes=0).fine_length == 0


def test_a_ceu_is_read_by_the_activitys_own_quantity_and_minutes() -> None:
    assert activity(quantity=2, unit="ceu", minutes=120).trait.unit == "contact_hour"
    assert activity(quantity="0.2", unit="ceu", minutes=120).trait.unit == "iacet_ceu"
    assert activity(quantity=2, unit="ceu").trait.unit == "ceu"


def test_a_ceu_explained_by_its_minutes_keeps_its_quantity() -> None:
    explained = activity(quantity="0.1234", unit="ceu", by="iacet")
    assert (explained.trait.unit, explained.fine_quantity) == ("iacet_ceu", 1234)


def test_a_course_is_known_by_title_and_provider_without_case_and_spaces() -> None:
    one = activity(title="Order of  Draw", provider="Lab Co")
    other = activity(title="ORDER OF DRAW ", provider="labco", on="2024-01-01")
    assert one.same_course == other.same_course == ("orderofdraw", "labco")
    assert one.same_as == "2023-05-01 orderofdraw labco"
    assert one.same_as != other.same_as


@pytest.mark.parametrize(("title", "provider"), [("", ""), ("Draw", ""), ("", "Lab"), ("  ", "Lab")])
def test_without_title_and_provider_nothing_is_the_same_course(title: str, provider: str) -> None:
    one = activity(title=title, provider=provider)
    assert (one.same_course, one.same_as) == (None, None)


def test_a_trait_holds_all_that_decides_the_treatment() -> None:
    one = activity(unit="cme", category="clinical|general", by="ancc", kind="seminar", relevant=True)
    assert one.trait is trait_of("seminar", "cme", frozenset({"ancc"}), "clinical|general", True)
    assert one.trait is not trait_of("seminar", "cme", frozenset({"ancc"}), "clinical|general", None)
