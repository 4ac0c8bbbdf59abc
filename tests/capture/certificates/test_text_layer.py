"""Certificates with a text layer: the fields, where they stand, and what is asked instead of guessed."""

from __future__ import annotations

from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.read import read_file
from tests.capture.certificates.papers import CARD, DIPLOMA, pdf, read, rows, sure, values


def test_a_diploma_says_everything() -> None:
    assert sure(read(DIPLOMA)) == {
        "title": "Wound Assessment and Dressing Selection in the Ambulatory Clinic: What Medical Assistants Need to Know",
        "holder": "Dana M. Reyes",
        "provider": "Prairie Health Learning, LLC",
        "approved_by": "ancc",
        "earned_on": "2017-03-14",
        "quantity": "1.25",
        "unit": "contact_hour",
    }


def test_a_number_of_the_provider_is_a_question() -> None:
    (question,) = read(DIPLOMA).questions
    assert (question.field, "13485" in question.text) == ("approval_number", True)


def test_a_field_stands_where_it_was_read() -> None:
    left, top, right, bottom = read(DIPLOMA).fields["holder"].box
    assert 0.3 < left < right < 0.7
    assert 0.1 < top < bottom < 0.4


def test_hours_go_before_ceus_and_the_end_of_the_program_is_no_expiry() -> None:
    entry = read(
        rows(
            Participant_Name="Luz Ortega",
            Course_Title=r"\#93764 Safe Injection Practices",
            Completion_Date="5/9/2021",
            Expiration_Date_of_Activity="12/31/2022",
            Contact_Hours="3.5",
            CEUs_Awarded="0.4",
            Provider="River State Nurses Association",
        )
    )
    assert sure(entry) == {
        "title": "Safe Injection Practices",
        "holder": "Luz Ortega",
        "earned_on": "2021-05-09",
        "quantity": "3.5",
        "unit": "contact_hour",
        "provider": "River State Nurses Association",
    }


def test_a_cpr_card_counts_from_its_issue_and_has_no_amount() -> None:
    entry = read(CARD)
    assert entry.kind == "cpr_card"
    assert values(entry)["earned_on"] == "2025-10-12"
    assert values(entry)["expires_on"] == "2027-10"
    assert "quantity" not in entry.fields


def test_two_certificates_in_one_file_are_two_entries() -> None:
    both = DIPLOMA + "#pagebreak()" + DIPLOMA.replace("Wound Assessment", "Foot Care").replace("1.25", "2")
    reading = read_file(pdf(both), "both.pdf")
    assert [(entry.first_page, entry.fields["quantity"].value) for entry in reading.entries] == [(1, "1.25"), (2, "2")]


def test_pages_that_repeat_one_activity_are_one_entry() -> None:
    reading = read_file(pdf(DIPLOMA + "#pagebreak()" + DIPLOMA.replace("13485", "50-7741")), "states.pdf")
    assert [entry.pages for entry in reading.entries] == [(1, 2)]


def test_lines_to_write_on_do_not_make_the_text_of_a_form_unreadable() -> None:
    blanks = r"Name of each room and its own day: " + " ".join(rf"day:{blank}" for blank in [r"\_" * 12] * 9)
    assert [word.text for word in Pdf(pdf(blanks), "form.pdf").page(1).words()][:3] == ["Name", "of", "each"]


def test_dots_that_lead_from_a_label_to_its_value_belong_to_neither() -> None:
    lines = [("NAME", "LUZ ORTEGA"), ("SUBJECT", "FOOT CARE"), ("DATE COMPLETED", "05/09/2021")]
    form = " \\ ".join(f"{label} {'.' * 30} {value}" for label, value in lines)
    assert values(read(form))["title"] == "FOOT CARE"
