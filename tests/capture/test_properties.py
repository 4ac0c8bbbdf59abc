"""What holds for any file: it is read or refused in a sentence, and what we export we read back."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from recert.capture.transcripts import (
    TranscriptUnreadable,
    activities_document,
    preview_transcript,
    read_transcript,
)
from recert.capture.transcripts.columns import SYNONYMS
from recert.capture.transcripts.table import letter
from recert.rules.transcript import KINDS, UNITS, Activity, Share

NAMES = st.sampled_from(["ce.csv", "ce.xlsx", "ce.json", "ce", "è.CSV"])
PIECES = st.sampled_from(
    [b"PK\x03\x04", b"{", b"[", b"}", b"]", b'"', b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b",", b";", b"\n", b"earned_on",
     b"Date,Hours\n", b"3/14/2024,1\n", b"quantity", b"1,5", b"NaN", b"=", b"|", b"clinical", b":", b"1", b"\x81"]
)  # fmt: skip
BYTES = st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=30).map(b"".join))
HEADERS = st.sampled_from([*sorted({name for names in SYNONYMS.values() for name in names}), "", "foo", "foo"])
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["3/14/2024", "2024-03-14", "1.5 CEUs", "clinical=1;general=.5", "cme", "yes", "x", "-1", "1e9",
                     "Infinity", "45365", "9" * 30, "٣", "²", "½", "a|b", "=1", "college", "credits", "0"]),
)  # fmt: skip
TABLES = st.integers(1, 8).flatmap(
    lambda width: st.tuples(
        st.lists(HEADERS, min_size=width, max_size=width),
        st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=6),
    )
)


def read_or_refused(name: str, content: bytes) -> None:
    for read in (read_transcript, preview_transcript):
        said = "read"
        try:
            read(name, content)
        except TranscriptUnreadable as refused:
            said = str(refused)
        assert said.strip()


@given(NAMES, BYTES)
def test_no_bytes_end_in_anything_but_a_transcript_or_a_sentence(name: str, content: bytes) -> None:
    read_or_refused(name, content)


@given(TABLES, st.sampled_from(",;\t"))
def test_no_table_ends_in_anything_but_a_transcript_or_a_sentence(
    table: tuple[list[str], list[list[str]]], delimiter: str
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([table[0], *table[1]])
    read_or_refused("ce.csv", text.getvalue().encode("utf-8", errors="surrogatepass"))


@given(st.binary(min_size=1, max_size=8), st.integers(0, 10_000), st.integers(0, 10_000))
def test_no_damaged_workbook_ends_in_anything_but_a_transcript_or_a_sentence(junk: bytes, at: int, cut: int) -> None:
    at, cut = at % len(WORKBOOK), cut % 50
    read_or_refused("ce.xlsx", WORKBOOK[:at] + junk + WORKBOOK[at + cut :])


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CELLS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(HEADERS, inner, max_size=5),
    max_leaves=12,
)


@given(JSON_VALUES)
def test_no_json_ends_in_anything_but_a_transcript_or_a_sentence(value: object) -> None:
    read_or_refused("ce.json", json.dumps(value).encode())
    read_or_refused("ce.json", json.dumps({"activities": [value]}).encode())


LINES = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FFF, exclude_categories=("C", "Z")), max_size=20)
EXACT = st.integers(0, 100_000_000).map(lambda i: Decimal(i) / 10_000)
WORDS = st.from_regex(r"[a-z]{3,12}", fullmatch=True).filter(lambda word: word not in {"none", "unknown", "tbd", "yes"})


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    parts = tuple(
        Share(tuple(draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))), draw(EXACT) / 100)
        for _ in range(draw(st.integers(0, 3)))
    )
    choice = (Share(tuple(draw(st.lists(WORDS, min_size=1, max_size=3, unique=True)))),)
    quantity = sum((part.quantity or Decimal() for part in parts), Decimal()) if parts else draw(EXACT)
    return Activity(
        id=str(draw(st.integers(1, 10**9))),
        earned_on=draw(st.dates(date(1950, 1, 1), date(2100, 12, 31))),
        quantity=Decimal(f"{quantity.quantize(Decimal('0.0001')):f}"),
        unit=draw(st.sampled_from(UNITS)),
        kind=draw(st.sampled_from(KINDS)),
        title=draw(LINES),
        provider=draw(LINES),
        minutes=draw(st.none() | st.integers(0, 600_000)),
        category=() if parts else draw(st.sampled_from([(), choice])),
        approved_by=draw(st.frozensets(st.sampled_from(["aama", "amt", "ancc", "texas_bon"]))),
        approval_number=draw(LINES),
        certificate=draw(LINES),
        relevant=draw(st.none() | st.booleans()),
    )


@given(st.lists(activities(), max_size=5, unique_by=lambda activity: activity.id))
def test_what_we_export_we_read_back_to_equal_activities(exported: list[Activity]) -> None:
    content = json.dumps(activities_document(exported)).encode()
    assert list(read_transcript("ce.json", content).activities) == exported


@given(st.integers(0, 20_000))
def test_no_two_columns_have_one_letter(index: int) -> None:
    assert letter(index) != letter(index + 1)
    assert len(letter(index)) <= len(letter(index + 1))


def _workbook() -> bytes:
    book = Workbook()
    book.active.append(["Date", "Hours", "Title"])
    book.active.append([date(2024, 3, 14), 1.5, "Wounds"])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


WORKBOOK = _workbook()
