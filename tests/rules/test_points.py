"""Points: whole hundredths, written short, divided without loss."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recert.rules.points import as_text, hundredths, share_out


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("60", 6000),
        ("59.5", 5950),
        (Decimal("0.01"), 1),
        (3, 300),
        ("0", 0),
        ("0.005", 1),
        ("0.0049", 0),
        ("1.235", 124),
    ],
)
def test_an_amount_becomes_hundredths_and_a_half_rounds_up(amount: Decimal | int | str, expected: int) -> None:
    assert hundredths(amount) == expected


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (0, "0"),
        (5, "0.05"),
        (10, "0.1"),
        (99, "0.99"),
        (100, "1"),
        (101, "1.01"),
        (1000, "10"),
        (5950, "59.5"),
        (-5, "-0.05"),
        (-150, "-1.5"),
    ],
)
def test_hundredths_are_written_as_the_shortest_decimal(points: int, text: str) -> None:
    assert as_text(points) == text


def test_what_is_written_reads_back_the_same() -> None:
    assert [points for points in range(12_345) if hundredths(as_text(points)) != points] == []


def parts(*amounts: str) -> tuple[int, ...]:
    return tuple(hundredths(Decimal(amount) * 100) for amount in amounts)


def test_shares_follow_the_proportion() -> None:
    assert share_out(300, parts("2", "1")) == (200, 100)


def test_the_largest_remainder_gets_the_hundredth_left_over() -> None:
    assert share_out(100, parts("1", "2")) == (33, 67)
    assert share_out(100, parts("3", "4")) == (43, 57)
    assert share_out(100, parts("4", "3")) == (57, 43)


def test_a_tie_goes_to_the_part_named_first() -> None:
    assert share_out(101, parts("1", "1")) == (51, 50)
    assert share_out(100, parts("1", "1", "1")) == (34, 33, 33)
    assert share_out(200, parts("1", "1", "1")) == (67, 67, 66)


def test_a_part_of_nothing_gets_nothing_and_nothing_divides_into_nothing() -> None:
    assert share_out(100, parts("0", "1")) == (0, 100)
    assert share_out(100, parts("0", "0")) == (0, 0)


@pytest.mark.parametrize("points", [0, 1, 7, 99, 100, 101, 12_345])
@pytest.mark.parametrize("amounts", [("1",), ("0.25", "0.75"), ("1", "1", "1"), ("0.0001", "7", "3.3333")])
def test_shares_always_add_up(points: int, amounts: tuple[str, ...]) -> None:
    assert sum(share_out(points, parts(*amounts))) == points
