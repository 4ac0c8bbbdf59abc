"""Read the sheets of an Excel workbook as rows of texts, streaming, without anything that a table does not need.

A general library takes longer to import than this takes to read a transcript, and builds more than strangers' files
should be allowed to build; a test holds the two to equal cells.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from recert.capture.transcripts.number_formats import (
    DATE,
    TIME,
    cell_of_date,
    cell_of_number,
    cell_of_time,
    format_kind,
)
from recert.capture.transcripts.table import clipped, is_blank, trimmed

DEEPEST = 32
REFERENCE = re.compile(r"([A-Z]{1,3})[0-9]+")
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class TooManyColumns(ValueError):
    """A filled cell stands beyond the last column that may be read."""


class TooDeep(ValueError):
    """XML nested deeper than any sheet is."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row's own number and its cells from the first column on."""

    number: int
    cells: tuple[str, ...]


class Workbook:
    """The parts of a workbook's archive, each read when it is asked for."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))

    @cached_property
    def sheets(self) -> tuple[tuple[str, str], ...]:
        """Name and part of every sheet in the workbook's order, hidden ones last."""
        parts = {
            one.get("Id"): _part(one.get("Target", ""))
            for one in self._elements("xl/_rels/workbook.xml.rels", "Relationship")
            if one.get("Type", "").endswith("/worksheet")
        }
        found = []
        for sheet in self._elements("xl/workbook.xml", "sheet"):
            part = parts.get(sheet.get(RELATION) or sheet.get(STRICT_RELATION))
            if part is not None:
                found.append((sheet.get("state", "visible") != "visible", sheet.get("name", ""), part))
        return tuple((name, part) for hidden, name, part in sorted(found, key=lambda one: one[0]))

    @cached_property
    def _counts_from_1904(self) -> bool:
        return any(one.get("date1904") in ("1", "true") for one in self._elements("xl/workbook.xml", "workbookPr"))

    @cached_property
    def _strings(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self._archive.namelist():
            return []
        return [clipped(_text_of(one)) for one in self._elements("xl/sharedStrings.xml", "si")]

    @cached_property
    def _formats(self) -> list[str]:
        """What kind of number each cell style shows."""
        if "xl/styles.xml" not in self._archive.namelist():
            return []
        codes: dict[str, str] = {}
        kinds: list[str] = []
        for one in self._elements("xl/styles.xml", "numFmt", "cellXfs"):
            if _name(one) == "numFmt":
                codes[one.get("numFmtId", "")] = one.get("formatCode", "")
            else:
                kinds = [format_kind(style.get("numFmtId", "0"), codes) for style in one]
        return kinds

    def rows(self, part: str, *, most_columns: int) -> Iterator[SheetRow]:
        """The rows of one sheet that hold anything.

        :raises TooManyColumns: when a filled cell stands beyond `most_columns`.
        """
        number, cells = 0, list[str]()
        for one in self._elements(part, "c", "row"):
            if _name(one) == "c":
                column = _column(one.get("r"), len(cells))
                text = clipped(self._text(one))
                if column < most_columns:
                    cells += [""] * (column + 1 - len(cells))
                    cells[column] = text
                elif text.strip():
                    raise TooManyColumns(one.get("r"))
                continue
            number = int(one.get("r") or number + 1)
            if not is_blank(tuple(cells)):
                yield SheetRow(number, trimmed(tuple(cells)))
            cells = []

    def _text(self, cell: Element) -> str:
        kind, value = cell.get("t", "n"), next((one.text or "" for one in cell if _name(one) == "v"), "")
        if kind == "inlineStr":
            return _text_of(cell)
        if kind == "s" and value:
            return self._strings[int(value)]
        if kind == "b":
            return "yes" if value == "1" else "no"
        if kind == "d":
            return value.partition("T")[0]
        if kind != "n" or not value:
            return value
        return self._number(float(value), int(cell.get("s", "0")))

    def _number(self, value: float, style: int) -> str:
        kind = self._formats[style] if style < len(self._formats) else ""
        if kind == DATE:
            return cell_of_date(value, counts_from_1904=self._counts_from_1904)
        return cell_of_time(value) if kind == TIME else cell_of_number(value)

    def _elements(self, part: str, *names: str) -> Iterator[Element]:
        """The elements of these names, each complete when it comes and forgotten afterwards."""
        depth = 0
        with self._archive.open(part) as file:
            events: Iterator[tuple[str, Any]] = iterparse(file, events=("start", "end"), forbid_dtd=True)
            for event, one in events:
                depth += 1 if event == "start" else -1
                if depth > DEEPEST:
                    raise TooDeep(part)
                if event == "end" and _name(one) in names:
                    yield one
                    one.clear()


def _name(one: Element) -> str:
    return one.tag.rpartition("}")[2]


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target.removeprefix('./')}"


def _text_of(one: Element) -> str:
    """The text of a string that may be set in several runs; the reading aids of East Asian text are no part of it."""
    if _name(one) == "t":
        return one.text or ""
    return "".join(_text_of(part) for part in one if _name(part) != "rPh")


def _column(reference: str | None, following: int) -> int:
    """Which column a cell stands in, from 0; one that does not say follows the last.

    >>> _column("A1", 5), _column("AB12", 0), _column(None, 3)
    (0, 27, 3)
    """
    if reference is None:
        return following
    letters = REFERENCE.fullmatch(reference)
    if letters is None:
        raise ValueError(reference)
    column = 0
    for sign in letters[1]:
        column = column * 26 + ord(sign) - ord("A") + 1
    return column - 1
