"""A day is read as people write it, the month first, or refused with what to write instead."""

from __future__ import annotations

from datetime import date

import pytest

from recert.capture.transcripts.days import is_day_first, is_month_first, read_day
from recert.capture.transcripts.remarks import CellUnreadable

MARCH_14 = [
    "2024-03-14", "2024/3/14", "2024-03-14T09:30:00", "2024-03-14 00:00:00", "3/14/2024", "03/14/2024", "3-14-2024",
    "3/14/24", "3/14/2024 12:00 AM", "Mar 14, 2024", "March 14, 2024", "Mar. 14th 2024", "Thu, Mar 14, 2024",
    "14-Mar-2024", "14-Mar-24", "14 March 2024", "14 de marzo de 2024", "14-mar-2024", "45365", "45365.75", " 45365 ",
]  # fmt: skip


@pytest.mark.parametrize("text", MARCH_14)
def test_many_ways_of_writing_the_14th_of_march_are_read(text: str) -> None:
    assert read_day(text) == date(2024, 3, 14)


def test_a_spanish_month_is_read() -> None:
    assert read_day("2 ene 2024") == date(2024, 1, 2)


def test_numbers_are_read_month_first() -> None:
    assert read_day("3/4/2024") == date(2024, 3, 4)


def test_two_digits_of_a_year_mean_a_year_near_ours() -> None:
    assert read_day("1/2/69").year == 2069
    assert read_day("1/2/70").year == 1970


@pytest.mark.parametrize("text", ["Mar 2024", "03/2024", "2024-03", "marzo de 2024"])
def test_a_month_alone_is_asked_for_its_day(text: str) -> None:
    with pytest.raises(CellUnreadable, match="a month without its day"):
        read_day(text)


@pytest.mark.parametrize(
    "text", ["14/3/2024", "2/30/2024", "2023-02-29", "Mar 2024", "03/2024", "soon", "14.03.2024", "2024-13-01", "123",
             "3/14/1024", "99999", "Foo 14, 2024", "٣", "0000-01-01", "3/14/2024/5"]
)  # fmt: skip
def test_a_day_that_does_not_exist_or_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(CellUnreadable):
        read_day(text)


def test_a_day_written_first_is_told_from_one_that_could_be_either() -> None:
    assert is_day_first("14/3/2024")
    assert not is_day_first("3/14/2024")
    assert is_month_first("3/4/2024")
    assert not is_month_first("3/3/2024")
    assert not is_month_first("2024-03-04")
