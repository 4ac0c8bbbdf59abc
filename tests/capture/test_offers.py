"""A file of offers is read to the cent and the hundredth of an hour, and refused by the cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from recert.capture.offers import OffersFile, OffersUnreadable, read_offers
from recert.rules.transcript import parse_category
from tests.capture.files import MARCH_14, xlsx

HEADER = (
    "id,title,provider,quantity,unit,minutes,category,approved_by,price,hours,format,starts_on,ends_on,zip,url,kind"
)


def read(*rows: str) -> OffersFile:
    return read_offers("offers.csv", "\n".join([HEADER, *rows]).encode())


def refusal(row: str) -> str:
    with pytest.raises(OffersUnreadable) as refused:
        read(row)
    return str(refused.value)


def test_every_column_of_the_contract_is_read() -> None:
    row = "w1,Wounds,AAMA,2,aama_ceu,100,clinical|general,aama;ancc,45.00,1.75,in_person,2026-10-01,2026-10-02,97201,u,workshop"
    [offer] = read(row).offers
    assert (offer.id, offer.title, offer.provider, offer.kind, offer.url) == ("w1", "Wounds", "AAMA", "workshop", "u")
    assert (offer.quantity, offer.unit, offer.minutes) == (Decimal(2), "aama_ceu", 100)
    assert (offer.category, offer.approved_by) == (parse_category("clinical|general"), frozenset({"aama", "ancc"}))
    assert (offer.price, offer.hours, offer.format, offer.zip) == (4500, 175, "in_person", "97201")
    assert (offer.starts_on, offer.ends_on) == (date(2026, 10, 1), date(2026, 10, 2))


def test_what_is_left_empty_sets_no_limit() -> None:
    [offer] = read(",,,1,cme,,,,0.00,,,,,,,").offers
    assert (offer.id, offer.kind, offer.price, offer.hours) == ("1", "course", 0, 0)
    assert (offer.format, offer.starts_on, offer.ends_on, offer.zip) == ("", None, None, "")


@pytest.mark.parametrize(
    ("written", "cents"), [("45", 4500), ("$45.5", 4550), ('"1,045.00"', 104500), (".99", 99), ("free", 0)]
)
def test_money_is_exact_to_the_cent(written: str, cents: int) -> None:
    assert read(f",,,1,cme,,,,{written},,,,,,,").offers[0].price == cents


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (",,,1,cme,,,,,,,,,,,", "column I (“price”): it is empty, wanted the price in dollars, such as 45.00."),
        (",,,1,cme,,,,-5,,,,,,,", "column I (“price”): found “-5”, wanted dollars and cents"),
        (",,,1,cme,,,,4.995,,,,,,,", "column I (“price”): found “4.995”, wanted dollars and cents"),
        (",,,1,cme,,,,999999,,,,,,,", "column I (“price”): found “999999”, wanted at most 100,000 dollars."),
        (",,,1,cme,,,,1,0.125,,,,,,", "column J (“hours”): found “0.125”, wanted hours with at most two decimals"),
        (",,,1,cme,,,,1,,by post,,,,,", "column K (“format”): found “by post”, wanted online or in_person"),
        (",,,1,cme,,,,1,,,,31.12.26,,,", "column M (“ends_on”): found “31.12.26”, wanted a day such as"),
        (",,,1,cme,,,,1,,,2026-05-02,2026-05-01,,,", "column M (“ends_on”): found “2026-05-01”, before it starts on"),
        (",,,1,cme,,,,1,,,,,Portland,,", "column N (“zip”): found “Portland”, wanted the five digits"),
        (",,,one,cme,,,,1,,,,,,,", "column D (“quantity”): found “one”, wanted a plain number"),
        (",,,1,credits of joy,,,,1,,,,,,,", "column E (“unit”): found “credits of joy”, wanted one of"),
        (",,,3,cme,,clinical=1;general=1,,1,,,,,,,", "column G (“category”): found “clinical=1;general=1”"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(row: str, sentence: str) -> None:
    assert refusal(row).startswith(f"offers.csv, row 2, {sentence}")


def test_two_offers_cannot_share_an_id() -> None:
    with pytest.raises(OffersUnreadable, match=r"row 3, column A .*: found “a”, already the id of row 2"):
        read("a,,,1,cme,,,,1,,,,,,,", "a,,,1,cme,,,,2,,,,,,,")


@pytest.mark.parametrize("missing", ["quantity", "price"])
def test_a_file_without_amounts_or_prices_is_refused(missing: str) -> None:
    header = HEADER.replace(missing, "notes")
    with pytest.raises(OffersUnreadable, match=f"offers.csv: no column holds the {missing}"):
        read_offers("offers.csv", f"{header}\n".encode())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "offers.csv is empty, wanted a header row that names at least quantity and price."),
        (b"%PDF-1.7", "offers.csv is a PDF, wanted CSV or XLSX."),
        (b'[{"price": "1"}]', "offers.csv is JSON, wanted CSV or XLSX."),
    ],
)
def test_what_is_no_table_of_offers_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(OffersUnreadable) as refused:
        read_offers("offers.csv", content)
    assert str(refused.value).startswith(sentence)


def test_a_workbook_reads_like_a_table_of_text() -> None:
    sheet = [["Offer ID", "Course", "Qty", "Unit", "Price", "Hours", "Ends", "ZIP", "Mood"]]
    rows = [["a", "Wounds", 2, "aama_ceu", 12.5, 1.25, MARCH_14, 7030, "fine"]]
    file = read_offers("offers.xlsx", xlsx(Offers=[*sheet, *rows]))
    [offer] = file.offers
    assert (offer.id, offer.price, offer.hours, offer.zip) == ("a", 1250, 125, "07030")
    assert offer.ends_on == date(2024, 3, 14)
    assert file.unknown_columns == ("Mood",)


def test_an_offer_s_hours_are_the_learner_s_never_its_quantity() -> None:
    file = read_offers("offers.csv", b"quantity,unit,hours,price\n2,cme,3,1.00")
    assert (file.offers[0].quantity, file.offers[0].hours) == (Decimal(2), 300)


def test_a_large_catalog_may_have_more_rows_than_a_transcript() -> None:
    assert len(read(*[",,,1,cme,,,,1,,,,,,,"] * 20_001).offers) == 20_001
