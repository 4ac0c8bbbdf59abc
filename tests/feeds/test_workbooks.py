"""A list of courses as spreadsheet programs save it is read as the same list in plain CSV is."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client

from recert.actions.read_course_table import read_course_table
from recert.actions.read_feed import read_feed
from recert.capture.courses import apart
from recert.feeds.listed import FeedUnreadable
from recert.records.models import Course, FeedSource, Person
from tests.capture.files import xlsx
from tests.feeds.publisher import Publisher

HEADER = ["id", "Title", "provider", "quantity", "unit", "price", "starts_on", "zip", "hours", "format"]
WOUNDS = [1, "Wound dressing clinic", "Prof. Okafor", 2, "aama_ceu", 20.5, date(2027, 3, 14), 7030, 1.5, "in_person"]
FRONT = ["b-2", "Front desk Spanish", "Prof. Okafor", 1, "ce_credit", 0, None, None, None, "online"]
BOOK = xlsx(Courses=[HEADER, WOUNDS, FRONT])
SHORT = "id,title,provider\n1,Niños sanos,Prof. Okafor\n"


def archive(part: str, size: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(part, b"0" * size)
    return packed.getvalue()


def torn_sheet() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as whole, zipfile.ZipFile(packed, "w") as torn:
        for part in whole.namelist():
            content = whole.read(part)
            torn.writestr(part, content[: len(content) // 2] if "worksheets" in part else content)
    return packed.getvalue()


def test_days_money_numbers_and_zip_codes_are_what_the_cells_show() -> None:
    (wounds, front) = read_course_table("c.xlsx", BOOK).listed
    assert (wounds.key, wounds.title, wounds.credit.quantity) == ("1", "Wound dressing clinic", Decimal(2))
    assert (wounds.price, wounds.starts_on, wounds.hours) == (2050, date(2027, 3, 14), Decimal("1.5"))
    assert wounds.zip == "07030"  # spreadsheets drop the zero
    assert (front.price, front.starts_on, front.zip, front.hours) == (0, None, "", None)


def test_a_workbook_and_plain_csv_say_the_same() -> None:
    lines = [HEADER, WOUNDS, FRONT]
    text = "\n".join(",".join("" if cell is None else str(cell) for cell in line) for line in lines)
    assert read_course_table("c.csv", text.encode()) == read_course_table("c.xlsx", BOOK)


def test_a_refused_row_is_the_one_the_spreadsheet_shows_below_a_title_and_blank_rows() -> None:
    nameless = ["c-3", "", "Prof. Okafor"]
    book = xlsx(Notes=[["Spring"]], Courses=[["Our spring list"], [], HEADER, WOUNDS, [], nameless])
    read = read_course_table("c.xlsx", book)
    assert [each.title for each in read.listed] == ["Wound dressing clinic"]
    assert [(each.where, each.wording) for each in read.refused] == [("row 6", "It has no title.")]


def test_a_line_of_csv_is_counted_with_the_blank_ones_before_it() -> None:
    read = read_course_table("c.csv", b"id,title\n1,Wounds\n\n,,\n2,\n")
    assert [each.where for each in read.refused] == ["line 5"]


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_in_the_alphabets_that_spreadsheet_programs_save(alphabet: str) -> None:
    (found,) = read_course_table("c.csv", SHORT.encode(alphabet)).listed
    assert (found.title, found.provider) == ("Niños sanos", "Prof. Okafor")


UNREADABLE = {
    "another header": (xlsx(Sheet=[["day", "length"], ["2027-01-01", 2]]), "no sheet has a header row (looked into “Sheet”)"),
    "half a header": (xlsx(Sheet=[["id", "price"], [1, 2]]), "needs the columns id and title; title is missing"),
    "an empty workbook": (xlsx(Sheet=[]), "looked into empty sheets only"),
    "a zip bomb": (archive("xl/workbook.xml", 200_000_000), "unpacks to 200 MB, more than a list of courses needs"),
    "another office format": (archive("content.xml", 10), "holds no Excel sheets"),
    "a damaged workbook": (BOOK[:-200], "is not a readable Excel workbook"),
    "damaged in the middle": (torn_sheet(), "is not a readable Excel workbook"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "is an old Excel file (.xls) or one with a"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "is a PNG picture, wanted CSV or XLSX"),
    "a huge file": (b"\xff" * (21 * 1024 * 1024), "is larger than 20 MB. Save the courses as plain CSV"),
    "too many columns": (xlsx(Sheet=[["id", "title", *[""] * 250, "x"]]), "stands beyond column 200"),
    "an open quote": (b'id,title\n1,"' + b"a" * 200_000, "Look for a quote that is opened and never closed"),
    "nothing": (b"", "needs the columns id and title; id and title are missing"),
}  # fmt: skip


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_is_no_list_of_courses_ends_in_one_sentence(kind: str) -> None:
    content, told = UNREADABLE[kind]
    with pytest.raises(FeedUnreadable) as refused:
        read_course_table("c.xlsx", content)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_workbook_that_needs_too_much_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    with pytest.raises(FeedUnreadable, match=r"c\.xlsx takes more time or memory to read than a list of courses"):
        read_course_table("c.xlsx", BOOK)


@pytest.mark.django_db
@pytest.mark.usefixtures("courses")
def test_a_workbook_is_read_from_a_publishers_server(publisher: Publisher) -> None:
    publisher.pages["/courses.xlsx"] = (200, {}, BOOK)
    address = publisher.address("/courses.xlsx")
    source = FeedSource.objects.create(name="okafor", format="table", address=address)
    run = read_feed(source, now=datetime(2026, 11, 22, 9, tzinfo=UTC), way=publisher.way)
    assert (run.new, run.trouble) == (2, "")
    publisher.pages["/courses.xlsx"] = (200, {}, BOOK[:-200])
    run = read_feed(source, now=datetime(2026, 11, 23, 9, tzinfo=UTC), way=publisher.way)
    assert "is not a readable Excel workbook" in run.trouble
    assert Course.objects.filter(feed="okafor", has_ended=False).count() == 2
    wounds = Course.objects.get(title="Wound dressing clinic")
    assert (wounds.city, wounds.state, wounds.starts_on) == ("Hoboken", "NJ", date(2027, 3, 14))


@pytest.mark.django_db
@pytest.mark.usefixtures("courses")
def test_sam_hands_in_a_workbook(client: Client, sam: Person, tmp_path: Path) -> None:
    client.force_login(sam)
    client.post("/operator/feeds/", {"name": "okafor", "format": "table", "address": ""})
    for content, told in ((BOOK, "2 new, 0 changed"), (BOOK[:-200], "spring.xlsx is not a readable Excel workbook")):
        file = tmp_path / "spring.xlsx"
        file.write_bytes(content)
        with file.open("rb") as given:
            page = client.post("/operator/feeds/okafor/read/", {"file": given}, follow=True).content.decode()
        assert told in page
    page = client.get("/courses/?q=dressing+clinic&near=07030&within=10").content.decode()
    assert "March 14, 2027" in page
    assert "Hoboken, NJ · 0.0 miles" in page
