"""What one look at the rows of a program shows, each row alone: quicker than to relax them all, and often as telling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from recert.planning.program import Entries, Numbers


class Bound(NamedTuple):
    """The least that weights can add up to."""

    least: float
    reduced: Numbers
    """How much more at least with a column than without it."""
    saves: Numbers
    """What each column saves at most by what it brings to the rows."""


def bound_of(entries: Entries, lower: Numbers, upper: Numbers, weights: Numbers) -> Bound:
    """The best bound by one row: whatever breaks the row is charged at its price instead."""
    bounds = [_charged(lower, upper, weights, np.zeros(len(weights)), 0.0)]
    bounds += [_charged(lower, upper, weights, *priced) for priced in _priced(entries, lower, upper, weights)]
    return max(bounds, key=lambda bound: bound.least)


def _charged(lower: Numbers, upper: Numbers, weights: Numbers, saves: Numbers, least: float) -> Bound:
    reduced = weights - saves
    there = reduced != 0
    value = np.where(reduced > 0, lower, upper)[there]
    return Bound(least + float(reduced[there] @ value), reduced, saves)


def _priced(entries: Entries, lower: Numbers, upper: Numbers, weights: Numbers) -> Iterator[tuple[Numbers, float]]:
    """Each row that asks for something, at the price of what comes last in filling it by the cheapest columns."""
    ends = np.searchsorted(entries.row, np.arange(len(entries.least) + 1))
    for row in np.flatnonzero(entries.least > -np.inf).tolist():
        there = slice(ends[row], ends[row + 1])
        column, weight = entries.column[there], entries.weight[there]
        lacking = entries.least[row] - weight @ lower[column]
        helps = weight > 0
        each = weights[column[helps]] / weight[helps]
        order = np.argsort(each)
        brought = np.cumsum((weight * (upper - lower)[column])[helps][order])
        last = int(np.searchsorted(brought, lacking))
        if lacking <= 0 or last == len(brought) or each[order[last]] <= 0:
            continue
        dense = np.zeros(len(weights))
        dense[column] = each[order[last]] * weight
        yield dense, float(each[order[last]] * entries.least[row])
