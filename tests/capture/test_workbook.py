"""Our reader of Excel workbooks sees what a full library sees, and shows times as times."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook as Written
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from recert.capture.transcripts import TranscriptUnreadable, read_transcript
from recert.capture.transcripts.table import trimmed
from recert.capture.transcripts.workbook import Workbook
from tests.capture.files import MARCH_14, xlsx

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("C",)), max_size=20)
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    TEXTS.filter(lambda text: not text.startswith("=")),
    st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6).map(lambda number: round(number, 4) + 0.0),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
)


def saved(book: Written) -> bytes:
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def cells_of(content: bytes) -> dict[int, tuple[str, ...]]:
    book = Workbook(content)
    (_, part), *_ = book.sheets
    return {row.number: row.cells for row in book.rows(part, most_columns=200)}


def as_library_sees_it(content: bytes) -> dict[int, tuple[str, ...]]:
    def text(value: object) -> str:
        if value is None or isinstance(value, bool):
            return {None: "", True: "yes", False: "no"}[value]
        if isinstance(value, float):
            return f"{value:.15g}"
        return value.date().isoformat() if isinstance(value, datetime) else str(value)

    rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    cells = {number: trimmed(tuple(map(text, row))) for number, row in enumerate(rows, start=1)}
    return {number: row for number, row in cells.items() if row}


@given(st.lists(st.lists(CELLS, max_size=6), max_size=6))
def test_every_cell_is_what_the_library_reads(rows: list[list[object]]) -> None:
    content = xlsx(Any=rows)
    assert cells_of(content) == as_library_sees_it(content)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (MARCH_14, "m/d/yyyy", "2024-03-14"),
        (MARCH_14, "d-mmm-yy", "2024-03-14"),
        (MARCH_14, '[$-409]mmmm\\ d", day of "yyyy;@', "2024-03-14"),
        (MARCH_14, "mmm", "2024-03-14"),
        (45365, "General", "45365"),
        (45365, '0 "days"', "45365"),
        (1.5, '0.0" h"', "1.5"),
        (time(1, 30), "h:mm", "1:30"),
        (timedelta(hours=26), "[h]:mm", "26:00"),
        (0.5, "m/d/yyyy", "12:00"),
    ],
)
def test_the_format_of_a_number_says_whether_it_is_a_day_a_time_or_an_amount(
    value: object, code: str, text: str
) -> None:
    book = Written()
    book.active["A1"] = value
    book.active["A1"].number_format = code
    assert cells_of(saved(book)) == {1: (text,)}


def test_hours_typed_as_a_time_are_refused_and_not_taken_for_a_fraction() -> None:
    with pytest.raises(TranscriptUnreadable, match="found “1:30”, wanted a plain number"):
        read_transcript("ce.xlsx", xlsx(CE=[["Date", "Hours"], [MARCH_14, time(1, 30)]]))


def test_days_counted_from_1904_are_the_same_days() -> None:
    book = Written()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = MARCH_14
    assert cells_of(saved(book)) == {1: ("2024-03-14",)}


def test_a_text_set_in_several_runs_is_one_text() -> None:
    book = Written()
    book.active["A1"] = CellRichText("Wound ", TextBlock(InlineFont(b=True), "care"))
    assert cells_of(saved(book)) == {1: ("Wound care",)}


def test_a_hidden_sheet_is_read_only_when_there_is_no_other() -> None:
    book = Written()
    book.active.title = "Old"
    book.active.append(["Date", "Hours"])
    book.active.sheet_state = "hidden"
    book.create_sheet("CE").append(["Date", "Hours"])
    file = read_transcript("ce.xlsx", saved(book))
    assert file.unread_sheets == ("Old",)


def test_a_filled_cell_far_to_the_right_is_refused_by_name() -> None:
    book = Written()
    book.active.append(["Date", "Hours"])
    book.active["XFD2"] = "lost"
    with pytest.raises(TranscriptUnreadable, match="the cell XFD2 stands beyond column 200"):
        read_transcript("ce.xlsx", saved(book))


def test_rows_far_below_cost_nothing_and_keep_their_number() -> None:
    book = Written()
    book.active.append(["Date", "Hours"])
    book.active["A1048576"] = "soon"
    with pytest.raises(TranscriptUnreadable, match="row 1048576, column A"):
        read_transcript("ce.xlsx", saved(book))


def altered(content: bytes, part: str, xml: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == part else old.read(name))
    return packed.getvalue()


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>',
        b"<a>" * 1000,
        b"<worksheet>",
        b"",
        b'<worksheet><sheetData><row r="x"/></sheetData></worksheet>',
        b'<worksheet><sheetData><row><c r="1A"><v>1</v></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>',
        b"<worksheet><sheetData><row><c><v>one</v></c></row></sheetData></worksheet>",
    ],
)
def test_a_sheet_no_program_writes_is_refused(xml: bytes) -> None:
    content = altered(xlsx(CE=[["Date", "Hours"], [MARCH_14, 1]]), "xl/worksheets/sheet1.xml", xml)
    with pytest.raises(TranscriptUnreadable, match="is not a readable Excel workbook"):
        read_transcript("ce.xlsx", content)


def test_the_reader_needs_no_library_of_its_own() -> None:
    source = Path(__file__).parents[2] / "recert" / "capture"
    assert [file for file in source.rglob("*.py") if "import openpyxl" in file.read_text(encoding="utf-8")] == []
