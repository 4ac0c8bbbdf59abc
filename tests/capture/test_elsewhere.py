"""Transcripts of certifiers and trackers are read through the same preview: their columns by name, their PDFs by place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from recert.capture.transcripts import Preview, TranscriptUnreadable, preview_transcript, read_transcript
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


def test_a_learning_history_lacks_an_amount_and_leaves_out_what_was_not_completed() -> None:
    done, watched = preview_transcript("Learning.csv", elsewhere.LEARNING.encode()).rows
    assert (done.fate, done.so_far) == ("refused", {"earned_on": "2025-02-01", "quantity": "", "unit": ""})
    assert (watched.fate, watched.so_far) == ("unfinished", None)
    assert watched.sentence.startswith("no day of completion stands there.")
    assert watched.column is not None
    assert watched.column.name == "Content Completed At (if completed)"


def test_a_list_of_certifications_names_the_month_only() -> None:
    (row,) = preview_transcript("Certifications.csv", elsewhere.CERTIFICATIONS.encode()).rows
    assert row.sentence.startswith("found “May 2025”, a month without its day.")
    assert row.so_far == {"earned_on": "", "quantity": "", "unit": ""}


def test_what_a_person_says_of_a_row_completes_it() -> None:
    said = {2: {"earned_on": "2025-05-18", "quantity": "13.5", "unit": "contact_hour"}}
    content = elsewhere.CERTIFICATIONS.encode()
    preview = preview_apart("Certifications.csv", content, None, said)
    assert preview == preview_transcript("Certifications.csv", content, None, said)
    one = first(preview)
    assert (one.title, one.provider, one.approval_number) == ("Sterile Processing", "Prof. Okafor's School", "004417")
    assert (one.earned_on, one.quantity, one.unit) == (date(2025, 5, 18), Decimal("13.5"), "contact_hour")
    assert (preview.rows[0].so_far, preview.rows[0].repaired) == (said[2], True)


def test_a_badge_lacks_an_amount_and_one_taken_back_is_left_out() -> None:
    held, revoked = preview_transcript("badges.csv", elsewhere.BADGES.encode()).rows
    assert held.so_far == {"earned_on": "2025-06-03", "quantity": "", "unit": ""}
    assert revoked.sentence.startswith("found “revoked”, so it is left out")
    assert revoked.fate == "unfinished"


@pytest.mark.parametrize("text", [elsewhere.BADGES, elsewhere.OTHER_BADGES])
def test_a_badge_counts_from_the_day_it_was_issued_by_whoever_issued_it(text: str) -> None:
    said = {2: {"earned_on": "2025-06-03", "quantity": "3", "unit": "contact_hour"}}
    one = first(preview_transcript("badges.csv", text.encode(), None, said))
    assert (one.title, one.provider, one.earned_on) == (
        "Venipuncture Basics", "Prof. Okafor's School", date(2025, 6, 3),
    )  # fmt: skip


def test_a_row_that_is_wrong_elsewhere_is_not_asked_about() -> None:
    (row,) = preview_transcript("log.csv", b"Date,Hours,Category\n2025-01-02,2,clinical=1;general=2\n").rows
    assert (row.fate, row.so_far) == ("refused", None)


def test_the_command_line_still_names_the_first_cell_it_cannot_read() -> None:
    with pytest.raises(TranscriptUnreadable, match=r"row 2, column D .*a month without its day"):
        read_transcript("Certifications.csv", elsewhere.CERTIFICATIONS.encode())


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
