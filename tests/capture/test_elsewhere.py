"""Transcripts of certifiers and trackers are read through the same preview: their columns by name, their PDFs by place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from recert.capture.transcripts import Preview, TranscriptUnreadable, preview_transcript
from recert.capture.transcripts.apart import preview_apart
from recert.rules.transcript import Activity, category_text
from tests.capture import elsewhere

LONG = "Assisting with Minor Surgery in the Outpatient Clinic from Setup to Discharge Instructions"
ROWS = [
    ["03/14/2025", "Wound Care Essentials", "Willow Creek", "137214", "0.00", "0.50", "1.00", "1.50"],
    ["11/02/2024", LONG, "Keystone State Society", "135580", "2.00", "0.00", "0.00", "2.00"],
]


def first(preview: Preview) -> Activity:
    return preview.activities[0]


def read(name: str, text: str) -> Preview:
    preview = preview_transcript(name, text.encode())
    assert [row.sentence for row in preview.rows if row.fate == "refused"] == []
    return preview


def test_an_official_transcript_has_a_column_to_each_category() -> None:
    one, other = read("official.csv", elsewhere.OFFICIAL).activities
    assert (one.earned_on, one.title, one.provider) == (date(2025, 3, 14), "Wound Care Essentials", "Willow Creek")
    assert (one.quantity, one.approval_number) == (Decimal("1.5"), "137214")
    assert category_text(one.category) == "general=0.5;clinical=1"
    assert category_text(other.category) == "administrative"


def test_without_a_total_the_categories_are_added_up() -> None:
    text = "Date,Title,Clinical CEUs,General CEUs\n2025-03-14,Wound Care,1.25,0.5\n2025-03-15,Sums,,\n"
    preview = preview_transcript("log.csv", text.encode())
    assert (first(preview).quantity, category_text(first(preview).category)) == (
        Decimal("1.75"),
        "clinical=1.25;general=0.5",
    )
    assert [row.fate for row in preview.rows] == ["question", "refused"]


def test_a_column_of_categories_is_left_alone() -> None:
    text = "Date,Title,Category,Clinical,General,Points\n2025-03-14,Wound Care,general,1,0,1\n"
    assert category_text(first(preview_transcript("log.csv", text.encode())).category) == "general"


def test_a_tracker_lists_hours_and_tracking_numbers() -> None:
    one = first(read("tracker.csv", elsewhere.TRACKER))
    assert (one.title, one.provider) == ("Preventing Medical Errors", "Anytime Learning")
    assert (one.quantity, one.unit, one.approval_number) == (Decimal(2), "contact_hour", "20-117734")


def test_a_certifier_lists_its_own_credits() -> None:
    one = first(read("career.csv", elsewhere.CAREER))
    assert (one.title, one.quantity, one.unit) == ("Patient Intake Essentials", Decimal(1), "ce_credit")


def test_a_learning_history_counts_from_the_day_it_was_completed() -> None:
    one = first(read("learning.csv", elsewhere.LEARNING))
    assert (one.title, one.earned_on, one.minutes) == ("Difficult Conversations", date(2025, 2, 1), 60)


def test_a_list_of_certifications_counts_from_the_day_they_were_issued() -> None:
    one = first(read("certifications.csv", elsewhere.CERTIFICATIONS))
    assert (one.title, one.provider) == ("Sterile Processing", "Prof. Okafor's School")
    assert (one.earned_on, one.certificate) == (date(2025, 5, 18), "https://okafor.example.org/c/1")


def test_a_list_of_badges_is_read() -> None:
    one = first(read("badges.csv", elsewhere.BADGES))
    assert (one.title, one.earned_on, one.quantity) == ("Venipuncture Basics", date(2025, 6, 3), Decimal(3))


def test_a_table_in_a_pdf_is_read_by_where_its_words_stand() -> None:
    one, other = preview_transcript("official.pdf", elsewhere.official_pdf(ROWS)).activities
    assert (one.earned_on, one.title, one.provider) == (date(2025, 3, 14), "Wound Care Essentials", "Willow Creek")
    assert (one.quantity, category_text(one.category)) == (Decimal("1.5"), "general=0.5;clinical=1")
    assert (other.title, other.provider) == (LONG, "Keystone State Society")
    assert (other.approval_number, category_text(other.category)) == ("135580", "administrative")


def test_a_table_goes_on_over_the_pages_and_ends_with_its_last_row() -> None:
    preview = preview_transcript("official.pdf", elsewhere.official_pdf(ROWS * 30))
    assert len(preview.activities) == 60
    assert {one.title for one in preview.activities} == {"Wound Care Essentials", LONG}
    assert {one.quantity for one in preview.activities} == {Decimal("1.5"), Decimal(2)}


def test_a_pdf_is_read_apart_as_well() -> None:
    content = elsewhere.official_pdf(ROWS)
    assert preview_apart("official.pdf", content).activities == preview_transcript("official.pdf", content).activities


@pytest.mark.parametrize(
    ("page", "told"),
    [("Nothing but words.", "no table with a day and a title"), ("#rect(width: 3cm)", "a picture of a table")],
)
def test_a_pdf_without_a_table_says_so(page: str, told: str) -> None:
    with pytest.raises(TranscriptUnreadable, match=told):
        preview_transcript("letter.pdf", elsewhere.official_pdf([], page))
