"""Bring tables of certifiers and trackers to our shape: one column to a category becomes one column of categories."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from recert.capture.transcripts.columns import SYNONYMS
from recert.capture.transcripts.table import Table
from recert.capture.transcripts.words import CATEGORY_WORDS, UNIT_WORDS, folded

NAMES = CATEGORY_WORDS | {name: name for name in CATEGORY_WORDS.values()}
AMOUNT = re.compile(r"\d{1,4}([.,]\d{1,4})?")
OWN_NUMBER = re.compile(r"(aama|amt) (?:program )?(?:approval )?(?:#|number|no)")
UNITS = frozenset(UNIT_WORDS) | {"points", "units"}


def in_our_shape(table: Table) -> Table:
    """The table with a category for each row where the file has a column of amounts for each category, and with the
    approver where a column holds that approver's own program numbers (“AAMA Program #”)."""
    return _with_approver(_with_category(table))


def _with_category(table: Table) -> Table:
    """An official transcript prints Administrative, Clinical and General side by side: the amounts become a split, and
    their sum the quantity where no column holds it."""
    columns = _category_columns(table.header)
    if len(columns) < 2 or any(folded(name) in SYNONYMS["category"] for name in table.header):
        return table
    splits = [_split(row.cells, columns) for row in table.rows]
    wide = _added(table, "category", [_written(split) for split in splits])
    if any(folded(name) in SYNONYMS["quantity"] for name in table.header):
        return wide
    return _added(wide, _unit(table.header, columns) or "quantity", [_sum(split) for split in splits])


def _with_approver(table: Table) -> Table:
    numbers = [(n, found[1]) for n, name in enumerate(table.header) if (found := OWN_NUMBER.fullmatch(folded(name)))]
    if not numbers or any(folded(name) in SYNONYMS["approved_by"] for name in table.header):
        return table
    column, approver = numbers[0]
    filled = ("".join(row.cells[column : column + 1]).strip() for row in table.rows)
    return _added(table, "approved_by", [approver if one else "" for one in filled])


def _added(table: Table, name: str, cells: list[str]) -> Table:
    """The table with one more column."""
    width = len(table.header)
    rows = (
        row._replace(cells=(*row.cells, *[""] * (width - len(row.cells)), cell))
        for row, cell in zip(table.rows, cells, strict=True)
    )
    return replace(table, header=(*table.header, name), rows=tuple(rows))


def _written(split: Mapping[str, str]) -> str:
    """A split in our notation; one category alone needs no amount."""
    return ";".join(f"{name}={amount}" for name, amount in split.items()) if len(split) > 1 else "".join(split)


def _category_columns(header: tuple[str, ...]) -> dict[int, str]:
    """Column → the category whose amounts it holds: “Clinical”, “Admin CEUs”, “General Points”."""
    found = {}
    for index, name in enumerate(header):
        words = folded(name).split()
        rest = " ".join(words[1:])
        if words and words[0] in NAMES and len(words[0]) > 1 and (not rest or rest in UNITS):
            found[index] = NAMES[words[0]]
    return found


def _unit(header: tuple[str, ...], columns: Mapping[int, str]) -> str:
    """The unit that the category columns name in their headers."""
    rests = [" ".join(folded(header[index]).split()[1:]) for index in columns]
    return next((rest for rest in rests if rest), "")


def _split(cells: tuple[str, ...], columns: Mapping[int, str]) -> dict[str, str]:
    amounts = {category: cells[index].strip() for index, category in columns.items() if index < len(cells)}
    return {
        category: amount.replace(",", ".")
        for category, amount in amounts.items()
        if AMOUNT.fullmatch(amount) and amount.strip("0.,")
    }


def _sum(split: Mapping[str, str]) -> str:
    """The exact sum of plain decimals, as text.

    >>> _sum({"clinical": "1.5", "general": "0.5"}), _sum({})
    ('2', '')
    """
    if not split:
        return ""
    parts = sum(_parts(amount) for amount in split.values())
    whole, part = divmod(parts, 10_000)
    return f"{whole}.{part:04}".rstrip("0").rstrip(".")


def _parts(amount: str) -> int:
    """A decimal of at most four places as ten-thousandths."""
    whole, _, part = amount.partition(".")
    return int(whole or "0") * 10_000 + int(f"{part:0<4}")
