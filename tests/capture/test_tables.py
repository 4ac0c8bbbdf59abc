"""CSV and XLSX tables of every make are read; what was left aside is said."""

from __future__ import annotations

import codecs
from decimal import Decimal

import pytest

from recert.capture.transcripts import TranscriptFile, preview_transcript, read_transcript
from tests.capture.files import MARCH_14, csv, only, read, xlsx

MESSY = [
    "My CE log 2024,,,,,",
    ",,,,,",
    "Date,Course,Sponsor,Contact Hours,My notes,Category",
    '3/14/2024,"Wound care, advanced",Clínica Sur,1.5,good,Clin',
    ",,,,,",
    '"Mar 15, 2024","Billing\nand coding",AAMA,2 CEUs,,Admin',
]
UNITS_AND_ONE = ["AAMA CEU", "CEU", "bananas"]


def read_bytes(content: bytes, name: str = "ce.csv") -> TranscriptFile:
    return read_transcript(name, content)


def test_a_messy_sheet_with_a_title_blank_lines_and_extra_columns_is_read() -> None:
    file = read_bytes(csv(*MESSY))
    assert [(a.id, a.title, a.quantity, a.unit) for a in file.activities] == [
        ("1", "Wound care, advanced", Decimal("1.5"), "contact_hour"),
        ("2", "Billing and coding", Decimal(2), "ceu"),
    ]
    assert file.unknown_columns == ("My notes",)
    assert file.notes == {"1": "My notes: good"}
    assert [remark.text for remark in file.remarks] == [
        "The unit was read from the column's name: “Contact Hours” as contact_hour."
    ]


@pytest.mark.parametrize(
    "encoded",
    [
        "\n".join(MESSY).encode("utf-8"),
        codecs.BOM_UTF8 + "\r\n".join(MESSY).encode("utf-8"),
        "\r\n".join(MESSY).encode("cp1252"),
        "\r\n".join(MESSY).encode("utf-16"),
        "\r\n".join(MESSY).encode("utf-16-le"),
        "\r\n".join(MESSY).encode("utf-16-be"),
        "\r".join(MESSY).encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 with BOM", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "old Mac line ends"],
)
def test_the_encoding_makes_no_difference(encoded: bytes) -> None:
    assert read_bytes(encoded).activities == read_bytes(csv(*MESSY)).activities
    assert read_bytes(encoded).activities[0].provider == "Clínica Sur"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_makes_no_difference(delimiter: str) -> None:
    lines = ["earned_on,title,quantity,unit", "2024-03-14,Wounds,1.5,cme"]
    assert read(*(line.replace(",", delimiter) for line in lines)) == read(*lines)


def test_a_spanish_excel_file_is_read() -> None:
    (activity,) = read("sep=;", "Fecha;Curso;Horas;Categoría;Pertinente", "14-mar-2024;Heridas;1,5;clínica;sí")
    assert (activity.title, activity.quantity, activity.unit) == ("Heridas", Decimal("1.5"), "contact_hour")
    assert activity.relevant is True


def test_a_file_of_nothing_but_its_header_is_a_valid_empty_transcript() -> None:
    assert read("earned_on,quantity,unit") == ()
    assert read("earned_on") == ()


def test_activities_without_an_id_are_numbered() -> None:
    assert [a.id for a in read("earned_on,quantity,unit", "2024-03-14,1,cme", "", "2024-03-15,1,cme")] == ["1", "2"]


def test_an_empty_kind_is_a_course() -> None:
    assert only("title,kind", "Wounds,").kind == "course"


def test_of_hours_and_ceus_the_hours_are_read() -> None:
    file = read_bytes(csv("Date,CEUs,Hours", "2024-03-14,0.4,3.5"))
    assert (file.activities[0].quantity, file.activities[0].unit) == (Decimal("3.5"), "contact_hour")
    assert file.unknown_columns == ("CEUs",)


def test_a_column_named_type_that_holds_units_is_the_unit() -> None:
    file = read_bytes(csv("Date,Credits,Type", "2024-03-14,1,AAMA CEU", "2024-03-15,2,contact hours", "2024-03-16,1,"))
    assert [activity.unit for activity in file.activities] == ["aama_ceu", "contact_hour", "ce_credit"]


def test_a_column_named_type_that_holds_kinds_stays_the_kind() -> None:
    file = read_bytes(csv("Date,CEUs,Type", "2024-03-14,1,CEU", "2024-03-15,2,Workshop"))
    assert [activity.kind for activity in file.activities] == ["course", "workshop"]


def test_a_column_named_type_that_holds_nothing_but_ceu_is_the_unit_where_the_amount_names_none() -> None:
    lines = "2024-03-14,1,CEU", "2024-03-15,2,CEU"
    assert [activity.unit for activity in read("Date,Credits,Type", *lines)] == ["ceu", "ceu"]
    assert [activity.unit for activity in read("Date,Hours,Type", *lines)] == ["contact_hour", "contact_hour"]


def test_one_foreign_word_does_not_turn_a_column_of_units_into_one_of_kinds() -> None:
    file = preview_transcript("ce.csv", csv("Date,Credits,Type", *(f"2024-03-14,1,{unit}" for unit in UNITS_AND_ONE)))
    assert [row.activity.unit if row.activity else row.fate for row in file.rows] == ["aama_ceu", "ceu", "refused"]
    assert "“bananas”, wanted one of aama_ceu" in file.rows[2].sentence


def test_ceu_among_kinds_is_the_unit_of_its_row() -> None:
    ceu, workshop = read("Date,Credits,Type", "2024-03-14,1,CEU", "2024-03-15,2,Workshop")
    assert [(one.kind, one.unit) for one in (ceu, workshop)] == [("course", "ceu"), ("workshop", "ce_credit")]


def test_our_own_mapping_of_columns_wins_over_the_guess() -> None:
    mapping = {"Date": "earned_on", "Hours": "", "CEUs": "quantity"}
    file = read_transcript("ce.csv", csv("Date,CEUs,Hours", "2024-03-14,0.4,3.5"), mapping)
    assert (file.activities[0].quantity, file.activities[0].unit) == (Decimal("0.4"), "ceu")


HEADLESS = {
    "with a day": ["Wounds,2026-01-01,2", "Coding,2026-01-02,1"],
    "of one row": ["Wounds,1/2/2026,2"],
    "with a word that also names a column": ["Course,Jan 2026,2,CME", "Coding,2026-01-02,1,CME"],
    "with no day": ["Wounds,2", "Coding,1"],
}


@pytest.mark.parametrize("lines", HEADLESS.values(), ids=HEADLESS)
def test_a_file_without_a_header_keeps_its_first_row_and_names_its_columns_by_letter(lines: list[str]) -> None:
    for name, content in (("ce.csv", csv(*lines)), ("ce.xlsx", xlsx(CE=[line.split(",") for line in lines]))):
        file = preview_transcript(name, content)
        assert [row.number for row in file.rows] == list(range(1, len(lines) + 1))
        assert [column.name for column in file.columns][:2] == ["column (A)", "column (B)"]
        assert file.remarks[0].text.startswith("The first row holds no names of columns")


def test_the_columns_of_a_file_without_a_header_can_be_told() -> None:
    mapping = {"column (A)": "title", "column (B)": "earned_on", "column (C)": "quantity", "column (D)": "unit"}
    file = read_transcript("ce.csv", csv("Wounds,2026-01-01,2,CME", "Coding,2026-01-02,1,CME"), mapping)
    assert [activity.title for activity in file.activities] == ["Wounds", "Coding"]


def test_a_sheet_with_a_header_goes_before_one_without() -> None:
    content = xlsx(Notes=[["Call AAMA", MARCH_14]], CE=[["Date", "Hours"], [MARCH_14, 1]])
    file = read_bytes(content, "ce.xlsx")
    assert (len(file.activities), file.unread_sheets) == (1, ("Notes",))


def test_columns_without_a_name_or_with_the_same_name_are_told_apart_by_their_letter() -> None:
    file = read_bytes(csv("Date,Hours,,Note,Note", "2024-03-14,1,a,b,c"))
    assert file.notes == {"1": "column (C): a; Note (D): b; Note (E): c"}


def test_a_workbook_keeps_its_dates_and_numbers() -> None:
    content = xlsx(
        CE=[["Date", "Title", "Hours", "Relevant"], [MARCH_14, "Wounds", 0.1 + 0.2, True], [45366, "B", 2, ""]]
    )
    first, second = read_bytes(content, "ce.xlsx").activities
    assert (str(first.earned_on), first.quantity, first.relevant) == ("2024-03-14", Decimal("0.3"), True)
    assert (str(second.earned_on), second.quantity) == ("2024-03-15", Decimal(2))


def test_of_several_sheets_the_first_with_a_header_is_read_and_the_others_are_named() -> None:
    content = xlsx(Cover=[["Dana"]], CE=[[], ["Date", "Hours"], [MARCH_14, 1]], Old=[["Date", "Hours"], [MARCH_14, 9]])
    file = read_bytes(content, "ce.xlsx")
    assert [a.quantity for a in file.activities] == [Decimal(1)]
    assert file.unread_sheets == ("Cover", "Old")


def test_a_workbook_with_only_a_header_is_a_valid_empty_transcript() -> None:
    assert read_bytes(xlsx(CE=[["earned_on", "quantity", "unit"]]), "ce.xlsx").activities == ()


def test_the_name_of_a_file_does_not_decide_what_it_is() -> None:
    assert len(read_bytes(xlsx(CE=[["Date", "Hours"], [MARCH_14, 1]]), "ce.csv").activities) == 1
