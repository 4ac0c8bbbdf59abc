"""Tables of credit and pages of a file: totals, columns that say what was taken, covers, and copies to cut out."""

from __future__ import annotations

import pytest

from recert.capture.certificates.read import read_file
from tests.capture.certificates.papers import pdf, read, rows, sure, values

HEAD = '#set page(paper: "us-letter")\n'
WHO = {"Participant_Name": "Luz Ortega", "Course_Title": "Safe Injections", "Date_Completed": "5/9/2021"}


def table(columns: int, *cells: str) -> str:
    """A paper with a table under its fields."""
    inside = ", ".join(f"[{cell}]" for cell in cells)
    return f"{rows(**WHO)}\n\n#v(20pt)\n#table(columns: (1fr,) * {columns}, {inside})"


@pytest.mark.parametrize(
    ("cells", "quantity", "unit"),
    [
        ("Session,Hours Attended,Lungs,1.25,Feet,1.50,Total contact hours awarded,2.75", "2.75", "contact_hour"),
        ("Workshop,Contact hours,Lungs,4.0,Feet,4.0,Sum,8.0", "8", "contact_hour"),
        ("Session,P.A.C.E. credit,Lungs,1.5,Feet,1.5,Contact hours,3.0", "3", "contact_hour"),
        ("Type,Available,Claimed,AMA PRA Category 1 Credit,up to 1.50,1.25,ABIM MOC points,1.50,0.00", "1.25", "cme"),
        ("Type,Credit,Recorded,Counselors: clock hours,3,—,General: CE credits,3,3", "3", "ce_credit"),
        ("Type,Through,Amount,Nursing contact hours,ANCC (P0388),1.25", "1.25", "cne"),
        ("Course,Clock#linebreak()Hours,CEU,Rhythms,24,2.4", "24", "clock_hour"),
        ("Course,Semester#linebreak()Credits,Grade#linebreak()Points,Rhythms,2.00,8.00", "2", "college_credit"),
    ],
)
def test_a_table_tells_what_was_earned(cells: str, quantity: str, unit: str) -> None:
    said = values(read(table(3 if cells.startswith(("Type", "Course")) else 2, *cells.split(","))))
    assert (said["quantity"], said["unit"]) == (quantity, unit)


def test_what_was_offered_alone_is_not_surely_earned() -> None:
    said = sure(read(table(3, "Credit", "Maximum", "Requested", "Contact hours", "3.0", "none")))
    assert "quantity" not in said


def test_the_total_of_courses_on_several_days_is_not_surely_what_one_of_them_gave() -> None:
    cells = "Day,Course,Contact hours,3/1/2021,Lungs,1.0,4/1/2021,Feet,2.0,Total,,3.0"
    assert "quantity" not in sure(read(table(3, *cells.split(","))))


def test_credit_that_was_not_taken_approves_nothing() -> None:
    paper = table(3, "Credit", "Maximum", "Requested", "Contact hours", "3.0", "2.0", "IACET CEU", "0.3", "0")
    assert "approved_by" not in values(read(paper))


@pytest.mark.parametrize(
    ("sentence", "minutes"),
    [("Minutes assigned #h(3cm) 35", "35"), ("Awarded 1.0 contact hour (60 minutes).", None)],
)
def test_minutes_by_their_name_are_a_length_and_what_an_hour_is_made_of_is_not(sentence: str, minutes: str) -> None:
    assert sure(read(f"{rows(**WHO)}\n\n#v(20pt)\n{sentence}")).get("minutes") == minutes


STRIP = (
    HEAD
    + "PulseFirst\n\nBasic Life Support\n\nDana Reyes\n\nhas passed the skills evaluation of this course.\n\n"
    + "Issued: 06/05/2025\n\nValid through: 06/30/2027\n\nTraining site: Willamette Skills Center. Instructor: Sam (ID 40917). "
    + "Hands-on session\n\n#v(4cm)\n"
)


@pytest.mark.parametrize(
    "strip",
    [
        "PulseFirst #h(3cm) BLS\n\nDana Reyes\n\nIssued: 06/05/2025\n\nValid through: 06/30/2027\n\n"
        "This course may qualify for up to 3.0 contact hours, which are certified elsewhere.",
        "PulseFirst\n\nBLS\n\nDana Reyes\n\nIssued: 06/05/2025\n\nValid through: 06/30/2027",
    ],
)
def test_a_strip_to_carry_along_is_no_further_paper(strip: str) -> None:
    assert read(STRIP + strip).kind == "cpr_card"


def test_the_hours_of_a_class_are_no_credit_of_its_card() -> None:
    entry = read(f"{STRIP}She attended the full program of eight hours. It may qualify for up to 3.0 contact hours.")
    assert (entry.kind, "quantity" in entry.fields) == ("cpr_card", False)


def test_a_cover_that_lists_the_certificates_of_a_file_is_no_paper_of_its_own() -> None:
    pages = [
        f"Certificate of Completion\n\nDana Reyes has completed\n\n{title}\n\non May 2, 2024\n\n1.0 contact hour"
        for title in ("Wound Care at Home", "Reading the Iron Panel")
    ]
    cover = "Your documents (2)\n\nWound Care at Home\n\nReading the Iron Panel\n\nThis list is not proof of credit."
    entries = read_file(pdf(HEAD + "\n#pagebreak()\n".join([cover, *pages])), "paper.pdf").entries
    assert [(entry.kind, entry.first_page) for entry in entries] == [("course", 2), ("course", 3)]
