"""Bring tables of certifiers and trackers to our shape: one column to a category becomes one column of categories."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from recert.capture.transcripts.table import Table
from recert.capture.transcripts.words import CATEGORY_WORDS, UNIT_WORDS, folded

CATEGORY = "category"
QUANTITY = "quantity"
AMOUNT = re.compile(r"\d{1,4}([.,]\d{1,4})?")
UNITS = frozenset(UNIT_WORDS) | {"points", "units"}


def in_our_shape(table: Table) -> Table:
    """The table with a category for each row, where the file has an amount column for each category.

    An official transcript prints Administrative, Clinical and General side by side; the amounts become a split, and
    their sum the quantity where no column holds it.
    """
    columns = _category_columns(table.header)
    if len(columns) < 2 or CATEGORY in {folded(name) for name in table.header}:
        return table
    has_sum = any(folded(name) in {QUANTITY, "total", "totals", *UNITS} for name in table.header)
    added = (CATEGORY,) if has_sum else (CATEGORY, f"{QUANTITY} {_unit(table.header, columns)}".strip())
    rows = tuple(
        row._replace(cells=_with(row.cells, len(table.header), _split(row.cells, columns), with_sum=not has_sum))
        for row in table.rows
    )
    return replace(table, header=(*table.header, *added), rows=rows)


def _category_columns(header: tuple[str, ...]) -> dict[int, str]:
    """Column → the category whose amounts it holds: “Clinical”, “Admin CEUs”, “General Points”."""
    found = {}
    for index, name in enumerate(header):
        words = folded(name).split()
        rest = " ".join(words[1:])
        if words and words[0] in CATEGORY_WORDS and len(words[0]) > 1 and (not rest or rest in UNITS):
            found[index] = CATEGORY_WORDS[words[0]]
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


def _with(cells: tuple[str, ...], width: int, split: Mapping[str, str], *, with_sum: bool) -> tuple[str, ...]:
    filled = (*cells, *[""] * (width - len(cells)))
    category = ";".join(f"{name}={amount}" for name, amount in split.items()) if len(split) > 1 else "".join(split)
    return (*filled, category, _sum(split)) if with_sum else (*filled, category)


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
