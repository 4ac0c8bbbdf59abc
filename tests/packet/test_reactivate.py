"""After a lapse: what is still possible, until when and at what price, from the person's own dates."""

from __future__ import annotations

from datetime import date

from recert.packet.reactivate import Path, paths_after_lapse
from recert.rulebooks.library import rulebook


def paths(credential: str, expires_on: date, today: date) -> tuple[Path, ...]:
    return paths_after_lapse(rulebook(credential), expires_on=expires_on, today=today)


def test_cma_late_for_three_months_or_ninety_days_whichever_is_earlier() -> None:
    late, exam = paths("cma-aama", date(2026, 11, 30), date(2026, 12, 15))
    assert (late.kind, late.state, late.until) == ("late", "open", date(2027, 2, 28))
    assert (exam.kind, exam.state, exam.starts_on) == ("exam", "later", date(2027, 3, 1))


def test_cma_then_the_exam_with_fifty_dollars() -> None:
    late, exam = paths("cma-aama", date(2026, 1, 31), date(2026, 11, 22))
    assert (late.state, exam.state) == ("closed", "open")
    assert {fee.about: fee.value for fee in exam.fees} == {
        "reactivation_fee": 5000, "exam_fee_member": 12500, "exam_fee_other": 25000,
    }  # fmt: skip


def test_cma_expired_before_2020_had_until_the_end_of_march() -> None:
    late, _ = paths("cma-aama", date(2019, 1, 31), date(2026, 11, 22))
    assert (late.until, late.state) == (date(2020, 3, 30), "closed")


def test_amt_by_points_of_the_past_three_years_for_ten_years() -> None:
    points, exam = paths("rma-amt", date(2020, 5, 4), date(2026, 11, 22))
    assert (points.state, points.until, exam.state) == ("open", date(2030, 5, 3), "open")
    assert [each.text for each in points.conditions] == [
        "Only activities from 2023-11-22 on count: the past three years, as of today.",
        "An application sent today is valid until 2027-05-22.",
    ]
    assert [fee.value for fee in points.fees] == [None]


def test_amt_after_ten_years_only_the_exam() -> None:
    points, exam = paths("rma-amt", date(2012, 5, 4), date(2026, 11, 22))
    assert points.state == "closed"
    assert exam.said.text.startswith("From 2022-05-04 on, ten years after the lapse, only the exam is open")


def test_california_has_a_year_with_two_fees() -> None:
    late, after = paths("ccma-a-ccbma", date(2026, 5, 4), date(2026, 11, 22))
    assert (late.until, {fee.value for fee in late.fees}) == (date(2027, 5, 4), {20000, 7500})
    assert after.state == "unknown"


def test_ncct_is_lost_after_five_years() -> None:
    points, exam = paths("ncma-ncct", date(2021, 5, 4), date(2026, 11, 22))
    assert (points.state, exam.state, exam.starts_on) == ("closed", "open", date(2026, 5, 4))


def test_what_nobody_published_is_unknown() -> None:
    assert [path.state for path in paths("ccma-nha", date(2026, 5, 4), date(2026, 11, 22))] == ["unknown"]
    assert [path.kind for path in paths("cmac-amca", date(2026, 5, 4), date(2026, 11, 22))] == ["unknown"]
