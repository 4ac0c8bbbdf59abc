"""The preview says what would become of every row, and stops at none."""

from __future__ import annotations

import pytest

from recert.capture.transcripts import Preview, preview_transcript
from tests.capture.files import csv


def preview(*lines: str, mapping: dict[str, str] | None = None) -> Preview:
    return preview_transcript("ce.csv", csv(*lines), mapping)


def test_every_column_is_guessed_and_the_rest_are_notes() -> None:
    columns = preview("Date,Course,Hours,Weather", "2024-03-14,Wounds,1,fine").columns
    assert [(column.letter, column.name, column.field) for column in columns] == [
        ("A", "Date", "earned_on"), ("B", "Course", "title"), ("C", "Hours", "quantity"), ("D", "Weather", None),
    ]  # fmt: skip


def test_a_row_is_ready_a_question_or_refused() -> None:
    rows = preview("Date,CEUs,Sponsor,approved_by", "3/14/2024,1,AAMA,aama", "3/15/2024,1,Clinic,", "soon,1,,").rows
    assert [(row.number, row.fate) for row in rows] == [(2, "ready"), (3, "question"), (4, "refused")]
    assert rows[1].sentence.startswith("“CEU” alone may mean one hour (AAMA) or ten (IACET).")
    assert rows[2].sentence == "found “soon”, wanted a day such as 2024-03-14, 3/14/2024 or Mar 14, 2024."
    assert rows[2].column is not None
    assert rows[2].column.name == "Date"
    assert rows[2].cells == {"Date": "soon", "CEUs": "1"}


def test_what_would_be_kept_is_every_row_that_is_not_refused() -> None:
    assert [a.id for a in preview("Date,Hours", "3/14/2024,1", "soon,1", "3/15/2024,1").activities] == ["1", "3"]


def test_a_file_with_the_day_first_somewhere_is_asked_about_every_day_that_could_be_either() -> None:
    rows = preview("Date,Hours", "14/3/2024,1", "3/4/2024,1", "5/5/2024,1", "2024-03-04,1").rows
    assert [row.fate for row in rows] == ["refused", "question", "ready", "ready"]
    assert rows[1].sentence == (
        "“3/4/2024” was read as 2024-03-04, the month first; other rows of this file have the day first. Is it right?"
    )


def test_a_row_that_repeats_another_is_asked_about() -> None:
    row = "3/14/2024,1,Wounds,Clinic"
    rows = preview("Date,Hours,Title,Provider", row, row).rows
    assert [row.fate for row in rows] == ["ready", "question"]
    assert rows[1].sentence == "Same day, title and provider as row 2: only one of the two will count."


def test_a_row_that_may_repeat_another_is_asked_about_though_the_rules_would_count_both() -> None:
    row = "2024-03-14,1,Wounds"
    rows = preview("Date,Hours,Title,Provider", f"{row},", f"{row},Clinic", f"{row},Clinic", "2024-03-14,2,Pain,").rows
    assert [row.fate for row in rows] == ["ready", "question", "question", "ready"]
    assert rows[1].sentence == (
        "Same day and title as row 2, and both would count. If they are one activity, put one of the two in the trash"
        " after you have added them."
    )
    assert rows[2].sentence == "Same day, title and provider as row 3: only one of the two will count."


def test_two_rows_of_one_day_that_name_no_activity_are_two() -> None:
    assert [row.fate for row in preview("Date,Hours", "2024-03-14,1", "2024-03-14,1").rows] == ["ready", "ready"]


def test_without_a_column_for_the_day_every_row_waits_for_one() -> None:
    lines = ("Foo,Hours", "2024-03-14,1")
    (row,) = preview(*lines).rows
    assert (row.fate, row.sentence) == (
        "refused", "no column holds it. Name a column earned_on, or choose which one it is.",
    )  # fmt: skip
    assert preview(*lines, mapping={"Foo": "earned_on", "Hours": "quantity"}).rows[0].fate == "ready"


def test_columns_kept_as_notes_are_carried_with_the_row() -> None:
    (row,) = preview("Date,Hours,Weather", "2024-03-14,1,fine", mapping={"Date": "earned_on", "Hours": "quantity"}).rows
    assert row.note == "Weather: fine"


@pytest.mark.parametrize(
    "lines",
    [
        ("Date,Credits", "2024-03-14,1"),
        ("Date,Amount", "2024-03-14,1 credit"),
        ("Date,Amount,Unit", "2024-03-14,1,Credits"),
    ],
)
def test_credits_alone_are_read_as_the_likely_unit_and_asked_about(lines: tuple[str, str]) -> None:
    (row,) = preview(*lines).rows
    assert row.activity is not None
    assert (row.fate, row.activity.unit) == ("question", "ce_credit")
    assert row.sentence.startswith("“Credits” alone may be CE, CME, nursing or college credits.")


def test_credits_that_say_of_what_they_are_need_no_question() -> None:
    for lines in (("Date,CE Credits", "2024-03-14,1"), ("Date,Credits,Unit", "2024-03-14,1,CME")):
        assert [row.fate for row in preview(*lines).rows] == ["ready"]


def test_a_row_without_its_day_is_not_filled_in_with_a_unit_that_nobody_said() -> None:
    (row,) = preview("Date,Credits", "May 2024,1.5").rows
    assert row.so_far == {"earned_on": "", "quantity": "1.5", "unit": ""}


def test_ceu_beside_credits_is_asked_about_as_any_other_ceu() -> None:
    (row,) = preview("Title,Date,Credits,Type", "Wounds,2024-03-14,2,CEU").rows
    assert row.sentence.startswith("“CEU” alone may mean one hour (AAMA) or ten (IACET).")


def test_what_was_assumed_is_said_once() -> None:
    found = preview("Date,Hours", "3/14/2024,1", "3/15/2024,1")
    assert [remark.text for remark in found.remarks] == [
        "The unit was read from the column's name: “Hours” as contact_hour."
    ]
