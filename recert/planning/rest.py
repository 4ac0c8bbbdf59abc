"""What is still open of a program: the columns that are not settled, and the rows that still hold any of them back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from highspy import Highs, MatrixFormat, ObjSense
from numpy.typing import NDArray

from recert.planning.program import Entries, Numbers, Places


@dataclass(frozen=True, slots=True, eq=False)
class Rest:
    """A program of what is open, and which column stands for which."""

    rows: Entries
    """The rows, over the columns of this program."""
    lower: Numbers
    upper: Numbers
    whole: NDArray[np.bool_]
    inside: Places
    """The open columns (one, where none is)."""
    number: Places
    """The column of this program that each of them is."""
    rank: Places
    """Each one's place among those that are one column of this program."""

    def passes_to(self, highs: Highs, weights: Numbers | None = None) -> None:
        """Hand it to a solver: divisible, or to be made least by these weights of the columns that are open."""
        rows, costs = self.rows, np.zeros(len(self.lower))
        if weights is not None:
            costs[self.number] = weights[self.inside]
        highs.passModel(
            *(len(costs), len(rows.least), len(rows.row), int(MatrixFormat.kRowwise), int(ObjSense.kMinimize), 0.0),
            *(costs, self.lower, self.upper, rows.least, rows.most),
            np.append(0, np.cumsum(np.bincount(rows.row, minlength=len(rows.least)))).astype(np.int32),
            rows.column.astype(np.int32),
            rows.weight,
            (self.whole if weights is not None else np.zeros(len(costs))).astype(np.int32),
        )

    def spread(self, value: Numbers, most: Numbers) -> Numbers:
        """What the program takes of each open column: of those that are one, the first ones."""
        return np.clip(value[self.number] - self.rank, 0, most[self.inside])


def narrowed(entries: Entries, lower: Numbers, upper: Numbers) -> Entries:
    """The rows over the open columns alone, without those that nothing within its bounds can break."""
    there, count = (lower < upper)[entries.column], len(entries.least)
    held = np.bincount(entries.row, np.where(there, 0, entries.weight * lower[entries.column]), minlength=count)
    least, most = entries.least - held, entries.most - held
    row, column, weight = entries.row[there], entries.column[there], entries.weight[there]
    low, high = weight * lower[column], weight * upper[column]
    smallest = np.bincount(row, np.minimum(low, high), minlength=count)
    largest = np.bincount(row, np.maximum(low, high), minlength=count)
    holds = (smallest < least) | (largest > most)
    kept = holds[row]
    return Entries((np.cumsum(holds) - 1)[row[kept]], column[kept], weight[kept], least[holds], most[holds])


def rest_of(
    entries: Entries,
    lower: Numbers,
    upper: Numbers,
    whole: NDArray[np.bool_],
    weights: Numbers | None = None,
) -> Rest:
    """The open columns alone, divisible; with weights whole, and those alike in them and on every row are one column.

    The entries are those that `narrowed` leaves.
    """
    inside = np.flatnonzero(lower < upper)
    if not len(inside):
        inside = np.zeros(min(1, len(lower)), dtype=np.int64)
    place = np.empty(len(lower), dtype=np.int64)
    place[inside] = np.arange(len(inside))
    row, column, weight = entries.row, place[entries.column], entries.weight
    number = np.arange(len(inside))
    if weights is not None:
        single = whole[inside] & (lower[inside] == 0) & (upper[inside] == 1)
        number = _alike(row, column, weight, np.where(single, weights[inside], np.nan))
    sample, rank = _ranked(number)
    first = rank[column] == 0
    return Rest(
        rows=Entries(row[first], number[column[first]], weight[first], entries.least, entries.most),
        lower=lower[inside[sample]],
        upper=upper[inside[sample]] * np.bincount(number),
        whole=whole[inside[sample]],
        inside=inside,
        number=number,
        rank=rank,
    )


def _alike(row: Places, column: Places, weight: Numbers, cost: Numbers) -> Places:
    """A number to each column, the same to those of the same cost and the same weights; one of its own without a cost."""
    order = np.argsort(column, kind="stable")
    told = np.column_stack((row[order].astype(float), weight[order])).tobytes()
    ends = (16 * np.cumsum(np.bincount(column, minlength=len(cost)))).tolist()
    known: dict[object, int] = {}
    return np.array(
        [
            known.setdefault(place if alone else (told[start:end], one), len(known))
            for place, (start, end, one, alone) in enumerate(
                zip([0, *ends], ends, cost.tolist(), np.isnan(cost).tolist(), strict=False)
            )
        ],
        dtype=np.int64,
    )


def _ranked(number: Places) -> tuple[Places, Places]:
    """The first place of each number, and each place's rank among those of its number."""
    order = np.argsort(number, kind="stable")
    starts = np.append(0, np.cumsum(np.bincount(number)))[:-1]
    rank = np.empty_like(number)
    rank[order] = np.arange(len(number)) - starts[number[order]]
    return order[starts], rank
