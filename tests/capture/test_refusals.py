"""Every message of the reader, each with one broken sample: what was found, where, what was wanted, what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from recert.capture.transcripts import TranscriptUnreadable, read_transcript
from tests.capture.files import MARCH_14, csv, xlsx

HEADER = "id,earned_on,title,kind,quantity,unit,minutes,category,approved_by,relevant"
UNITS = "aama_ceu, iacet_ceu, ceu, contact_hour, clock_hour, cme, cne, ce_credit, college_credit, point, card, year"
KINDS = (
    "course, conference, workshop, seminar, college, cpr_card, exam_review, authoring, presenting, teaching,"
    " volunteering, in_service, employment"
)


def refusal(content: bytes, name: str = "ce.csv", mapping: dict[str, str] | None = None) -> str:
    with pytest.raises(TranscriptUnreadable) as refused:
        read_transcript(name, content, mapping)
    return str(refused.value)


CELLS = {
    ",,Wounds,,1,cme": "column B (“earned_on”): it is empty, wanted the day the activity was completed, such as"
    " 2024-03-14. Delete the row if it is only a sum.",
    ",soon,,,1,cme": "column B (“earned_on”): found “soon”, wanted a day such as 2024-03-14, 3/14/2024 or Mar 14, 2024.",
    ",14/3/2024,,,1,cme": "column B (“earned_on”): found “14/3/2024”, wanted a day such as 2024-03-14. Days are read"
    " with the month first and there is no month 14: write the year first.",
    ",2/30/2024,,,1,cme": "column B (“earned_on”): found “2/30/2024”, but 2024-02 has no day 30. Correct the day.",
    ",3/14/1024,,,1,cme": "column B (“earned_on”): found “3/14/1024”, a day in the year 1024. Correct the year"
    " (1950 to 2100).",
    ",2024-03-14,,party,1,cme": f"column D (“kind”): found “party”, wanted one of {KINDS}. Leave it empty for a course.",
    ",2024-03-14,,,,cme": "column E (“quantity”): it is empty, wanted the amount on the certificate, such as 1.5.",
    ",2024-03-14,,,1e9,cme": "column E (“quantity”): found “1e9”, wanted a plain number such as 1.5, with or without"
    " its unit (“2 contact hours”).",
    ",2024-03-14,,,-1,cme": "column E (“quantity”): found “-1”, wanted zero or more.",
    ",2024-03-14,,,10001,cme": "column E (“quantity”): found “10001”, more than anyone earns with one activity."
    " Correct the amount (at most 10,000).",
    ",2024-03-14,,,1.23456,cme": "column E (“quantity”): found “1.23456”, wanted at most four decimals. Round it as"
    " the certificate does.",
    ',2024-03-14,,,"1,500",cme': "column E (“quantity”): found “1,500”, which may be 1.500 or 1500. Write it with a"
    " point: 1.500.",
    ",2024-03-14,,,90 minutes,": "column E (“quantity”): found “90 minutes”, wanted an amount of credit. Put the length"
    " into the column minutes and the credit here.",
    ",2024-03-14,,,2 hours,cme": "column E (“quantity”): found “2 hours”, but the column unit says cme. Keep the one"
    " the certificate prints.",
    ",2024-03-14,,college,3 credits,": "column E (“quantity”): found “3 credits” for a college activity. Write"
    " college_credit for a semester or quarter credit, ce_credit for any other.",
    ",2024-03-14,,,1,": "column F (“unit”): it is empty and the amount names no unit. Write what the certificate"
    " prints: contact_hour, aama_ceu, iacet_ceu, cme, college_credit, point …",
    ",2024-03-14,,,1,apple": f"column F (“unit”): found “apple”, wanted one of {UNITS}.",
    ",2024-03-14,,,1,cme,1.5": "column G (“minutes”): found “1.5”, wanted whole minutes such as 90.",
    ",2024-03-14,,,1,cme,,clinical=": "column H (“category”): found “clinical=”, wanted a category (clinical), a split"
    " in the row's own unit (clinical=2;general=1) or a choice (clinical|general).",
    ",2024-03-14,,,3,cme,,clinical;general": "column H (“category”): found “clinical;general”, several categories"
    " without amounts. Write clinical=2;general=1, or clinical|general.",
    ",2024-03-14,,,4,cme,,clinical=2;general=1": "column H (“category”): found “clinical=2;general=1”, which does not"
    " add up to the quantity 4. Correct the parts or the quantity.",
    ",2024-03-14,,,1,cme,,,yes": "column I (“approved_by”): found “yes”, wanted the approver's name, such as aama."
    " Write who approved the course.",
    ",2024-03-14,,,1,cme,,,,7": "column J (“relevant”): found “7”, wanted yes, no, or nothing.",
    f",2024-03-14,{'x' * 2001},,1,cme": "column C (“title”): found a text of more than 2,000 signs. Shorten it.",
    "a,2024-03-14,,,1,cme": "column A (“id”): found “a”, already the id of row 2. Give every activity its own id, or none.",
}


@pytest.mark.parametrize("row", CELLS, ids=lambda row: row[:40])
def test_a_cell_that_cannot_be_read_is_named_and_explained(row: str) -> None:
    content = csv(HEADER, "a,2024-03-13,First aid,course,1,contact_hour", row)
    assert refusal(content) == f"ce.csv, row 3, {CELLS[row]}"


def test_the_row_is_the_one_a_spreadsheet_shows() -> None:
    content = csv("earned_on,title,quantity,unit", '2024-03-14,"two\nlines",1,cme', "", ",,,", "soon,,1,cme")
    assert refusal(content).startswith("ce.csv, row 5, column A (“earned_on”): found “soon”")


def test_in_a_workbook_the_sheet_is_named_too() -> None:
    content = xlsx(Cover=[["Dana"]], CE=[["Date", "Hours"], [MARCH_14, "many"]])
    assert refusal(content, "ce.xlsx").startswith("ce.xlsx, sheet “CE”, row 2, column B (“Hours”): found “many”")


def test_in_json_the_activity_and_its_field_are_named() -> None:
    assert refusal(b'[{"earned_on": "2024-03-14", "quantity": "x"}]', "ce.json") == (
        "ce.json, activity 1, “quantity”: found “x”, wanted a plain number such as 1.5, with or without its unit"
        " (“2 contact hours”)."
    )
    assert refusal(b'[{"earned_on": "2024-03-14"}]', "ce.json") == (
        "ce.json, activity 1, “quantity”: no column holds it. Name a column quantity, or choose which one it is."
    )


def test_a_missing_column_is_asked_for() -> None:
    assert refusal(csv("When?,Hours,Day", "2024-03-14,1,2024-03-14"), mapping={"Hours": "quantity"}) == (
        "ce.csv: no column holds the day (found “When?”, “Hours”, “Day”). Name one of them earned_on, and see that the"
        " first row is the header."
    )
    assert refusal(csv("earned_on,title", "2024-03-14,Wounds")) == (
        "ce.csv, row 2, quantity: no column holds it. Name a column quantity, or choose which one it is."
    )


def test_a_file_without_a_header_is_asked_for_one() -> None:
    assert refusal(csv("Wounds,2024-03-14,1,CME")) == (
        "ce.csv: its first row (“Wounds”, “2024-03-14”, “1”, “CME”) is no header. Put a row with the names of the columns"
        " above it, at least earned_on and quantity."
    )


def archive(name: str, size: int = 10) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, b"\0" * size)
    return packed.getvalue()


ROW = "2024-03-14,1,cme"
FILES = {
    "nothing": (b"", "is empty, wanted a header row that names at least the column earned_on. Save the table with its header."),
    "blank lines": (b"\n\n ,,\n", ("is empty, wanted a header row that names at least the column earned_on."
                    " Save the table with its header.")),
    "a broken PDF": (b"%PDF-1.7\n", "is a PDF that cannot be opened. Download it again."),
    "an old workbook": (b"\xd0\xcf\x11\xe0", ("is an old Excel file (.xls) or one with a password, wanted CSV, XLSX,"
                        " a PDF with a table, or our JSON. Save the table in one of these.")),
    "a web page": (
        b"<table>",
        "is a web page or XML, wanted CSV, XLSX, a PDF with a table, or our JSON. Save the table in one of these.",
    ),
    "junk": (b"\x01\x02\x03", "is not a text file. Save the table as CSV (UTF-8) or XLSX and give that file."),
    "a broken zip": (b"PK\x03\x04junk", ("is not a readable Excel workbook. Open it in Excel, save it as XLSX or CSV,"
                     " and give that file.")),
    "a zip of letters": (archive("word/document.xml"), ("is packed like a workbook but holds no Excel sheets (another"
                         " office format?). Save it as XLSX or CSV.")),
    "a zip bomb": (archive("xl/workbook.xml", 30_000_001), "unpacks to 30 MB, as no transcript does. Save the one sheet as CSV."),
    "an empty workbook": (archive("xl/workbook.xml"), ("is not a readable Excel workbook. Open it in Excel, save it as"
                          " XLSX or CSV, and give that file.")),
    "too large": (b"a" * 5_000_001, "is larger than 5 MB. A transcript is a small table: save the one sheet as CSV."),
    "too many rows": (csv("earned_on,quantity,unit", *[ROW] * 20_001), ("has more than 20,000 rows. A transcript is one"
                      " person's: split the file.")),
    "endless rows": (b"earned_on,title" + b"\n" * 200_002, ("goes on beyond row 200,000. Delete the empty rows around"
                     " the transcript.")),
    "too many columns": (csv("earned_on," + ",".join("abc" for _ in range(200))), ("has more than 200 columns. Keep only"
                         " those of the transcript.")),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_transcript_is_told_what_it_is(kind: str) -> None:
    content, sentence = FILES[kind]
    assert refusal(content) == f"ce.csv {sentence}"


def test_a_row_with_more_cells_than_columns_is_refused_because_its_cells_would_shift() -> None:
    assert refusal(csv("earned_on,title,quantity,unit", "2024-03-14,Wounds, advanced,1,cme")) == (
        "ce.csv, row 2: found 5 cells where the header has 4 columns. Put quotes around a text that contains “,”."
    )


def test_quotes_that_never_close_are_refused() -> None:
    assert refusal(csv("earned_on,title,quantity,unit", '2024-03-14,"Wounds,1,cme')) == (
        "ce.csv, row 2: the quotes do not close. Write each quote inside a quoted text twice."
    )
    assert refusal(csv("earned_on,title", '2024-03-14,"' + "x" * 140_000)) == (
        "ce.csv, row 2: a cell holds more than 2,000 signs. Look for a quote that is opened and never closed."
    )


def test_a_workbook_without_a_header_names_its_sheets() -> None:
    assert refusal(xlsx(Cover=[["Dana"]]), "ce.xlsx") == (
        "ce.xlsx: no sheet has a header row (looked into “Cover”). Name the columns in the first row, at least earned_on."
    )


def test_a_workbook_of_too_many_sheets_is_refused() -> None:
    assert refusal(xlsx(**{f"s{i}": [["a"]] for i in range(51)}), "ce.xlsx") == (
        "ce.xlsx has more than 50 sheets. Save the sheet with the transcript as CSV."
    )


JSON_FILES = {
    b"{": "ce.json, line 1: this is not JSON (Expecting property name enclosed in double quotes). Export the"
    " transcript again, or give a CSV or XLSX file.",
    b"[" * 100_000: "ce.json, line 1: this is not JSON (nested too deeply). Export the transcript again, or give a CSV"
    " or XLSX file.",
    b'[{"id": 1, "id": 2}]': "ce.json, line 1: this is not JSON (the key 'id' stands twice in one object). Export the"
    " transcript again, or give a CSV or XLSX file.",
    b'{"rows": []}': "ce.json: found an object without activities, wanted a list of activities, or an object with the"
    " list “activities”. Export the transcript again.",
    b"[7]": "ce.json, activity 1: found a single value, wanted an object with earned_on, quantity, unit …",
    b'[{"title": {}}]': "ce.json, activity 1, “title”: found an object, wanted one text or number.",
    b'[{"earned_on": "2024-03-14", "quantity": NaN, "unit": "cme"}]': "ce.json, activity 1, “quantity”: found “NaN”,"
    " wanted a plain number such as 1.5, with or without its unit (“2 contact hours”).",
}


@pytest.mark.parametrize("content", JSON_FILES, ids=lambda content: content[:20].decode())
def test_json_that_is_no_transcript_is_explained(content: bytes) -> None:
    assert refusal(content, "ce.json") == JSON_FILES[content]


def test_a_mapping_to_what_is_not_there_is_refused() -> None:
    content = csv("Date,Hours", "2024-03-14,1")
    assert refusal(content, mapping={"Day": "earned_on"}) == "ce.csv has no column “Day”. Choose again."
    assert refusal(content, mapping={"Date": "when"}) == "There is no field “when” to read a column as."
    assert refusal(content, mapping={"Date": "earned_on", "Hours": "earned_on"}) == (
        "The columns “Date”, “Hours” are all to be read as earned_on. Keep one and make the others notes."
    )
