"""Add marks up: how many fields were found, how many of the sure ones are right, how often a doubt became a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from evaluation.score import DAYS, Mark
from evaluation.truth import FIELDS

GRAVE = DAYS | {"quantity"}


def tallied(marks: Iterable[Mark]) -> dict[str, Any]:
    """One row to a field, and one of all fields."""
    every = list(marks)
    rows = {name: row([one for one in every if one.field == name]) for name in FIELDS}
    return {"all": row(every), **rows}


def row(marks: Sequence[Mark]) -> dict[str, Any]:
    """
    >>> row([Mark("title", "right"), Mark("title", "asked")])["recall"]
    '50.0 %'
    """
    counts = Counter(one.outcome for one in marks)
    there = sum(1 for one in marks if one.outcome != "invented" and one.answer)
    sure = counts["right"] + counts["wrong"] + counts["invented"]
    doubtful = counts["hinted"] + counts["asked"]
    guessed = counts["wrong"] + counts["invented"]
    return {
        "there": there,
        "found": counts["right"] + counts["hinted"],
        "sure": sure,
        "sure_and_right": counts["right"],
        "asked": doubtful,
        "missed_in_silence": counts["missed"],
        "sure_and_wrong": guessed,
        "precision": share(counts["right"], sure),
        "recall": share(counts["right"] + counts["hinted"], there),
        "asked_instead_of_guessed": share(doubtful, doubtful + guessed),
    }


def share(part: int, whole: int) -> str:
    """A share in per cent, or a dash where there is nothing to share."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def grave(marks: Iterable[Mark]) -> list[Mark]:
    """The quantities and days that the reader is sure of and that are wrong."""
    return [one for one in marks if one.field in GRAVE and one.outcome in {"wrong", "invented"}]


def spread(values: Sequence[float]) -> dict[str, float]:
    """
    >>> spread([1.0, 2.0, 3.0])
    {'p50': 2.0, 'p95': 3.0, 'max': 3.0}
    """
    ranked = sorted(values)
    last = len(ranked) - 1
    return {
        name: round(ranked[min(last, round(last * part))], 2)
        for name, part in (("p50", 0.5), ("p95", 0.95), ("max", 1.0))
        if ranked
    }
