"""The same question for GoRules Zen: a JSON decision model that does window, units, length, sums and thresholds itself.

The host drops duplicates and what no rule converts, and divides splits into rows: the engine has no word for those.
The inequalities are given to it; without them it could not be exact. Two forms of the same model: over plain rows as a
program would send them, and over rows digested beforehand (days as numbers, categories as one number, approval known).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import zen

from bench.reading import BITS, again, is_approved, rate_of
from recert.rules.transcript import FINE, Activity

Document = dict[str, Any]
Steps = list[tuple[str, str]]

POINTS = (
    "{aama_ceu: 1, contact_hour: 1, clock_hour: 1, cme: 1, cne: 1, ce_credit: 1, point: 1,"
    " college_credit: 15, iacet_ceu: 10, card: 4}"
)
MINUTES = "{aama_ceu: 50, contact_hour: 50, clock_hour: 60, cme: 60, cne: 60, iacet_ceu: 600}"
APPROVED = "#.unit == 'aama_ceu' or #.kind == 'cpr_card' or 'aama' in #.approved_by"
LONG = "#.minutes ?? ($.lasts[#.unit] != null ? #.quantity * $.lasts[#.unit] : 60)"
PLAIN: Steps = [
    ("starts", "date(cycle.starts)"),
    ("ends", "date(cycle.ends)"),
    ("points", POINTS),
    ("lasts", MINUTES),
    ("inside", "filter(activities, date(#.earned_on) >= $.starts and date(#.earned_on) <= $.ends)"),
    (
        "read",
        f"map($.inside, {{points: #.quantity * $.points[#.unit], approved: {APPROVED}, card: #.kind == 'cpr_card',"
        f" minutes: {LONG}, categories: #.categories}})",
    ),
]
DIGESTED: Steps = [
    ("points", POINTS),
    ("inside", "filter(activities, #.day >= starts and #.day <= ends)"),
    (
        "read",
        "map($.inside, {points: #.quantity * $.points[#.unit], approved: #.approved, card: #.card,"
        " minutes: #.minutes, mask: #.mask})",
    ),
]


def plain_rows(transcript: Sequence[Activity], starts: date, ends: date) -> Document:
    """ISO dates, decimal numbers, lists of names."""
    rows = [
        {
            "earned_on": one.earned_on.isoformat(),
            "quantity": quantity,
            "unit": one.trait.unit,
            "kind": one.kind,
            "minutes": 60 if one.kind == "college" else _minutes_of_a_split(one),
            "approved_by": sorted(one.approved_by),
            "categories": list(names),
        }
        for one, quantity, names in _rows(transcript)
    ]
    return {"cycle": {"starts": starts.isoformat(), "ends": ends.isoformat()}, "activities": rows}


def _minutes_of_a_split(one: Activity) -> float | None:
    """A part of a split is as long as the whole; other rows tell their length by their unit."""
    return one.fine_length / FINE if len(one.category) > 1 and one.fine_length is not None else one.minutes


def digested_rows(transcript: Sequence[Activity], starts: date, ends: date) -> Document:
    """Numbers wherever a number will do."""
    rows = [
        {
            "day": one.earned_on.toordinal(),
            "quantity": quantity,
            "unit": one.trait.unit,
            "approved": is_approved(one),
            "card": one.kind == "cpr_card",
            "minutes": 60 if one.fine_length is None or one.kind == "college" else one.fine_length / FINE,
            "mask": sum(BITS[name] for name in names),
        }
        for one, quantity, names in _rows(transcript)
    ]
    return {"starts": starts.toordinal(), "ends": ends.toordinal(), "activities": rows}


def over_plain_rows() -> zen.ZenDecision:
    """The model over `plain_rows`."""
    return _decision(PLAIN + _sums(lambda names: " or ".join(f"'{name}' in #.categories" for name in names)))


def over_digested_rows() -> zen.ZenDecision:
    """The model over `digested_rows`."""

    def within(names: Sequence[str]) -> str:
        chosen = sum(BITS[name] for name in names)
        return f"#.mask in [{', '.join(str(mask) for mask in range(1, 8) if mask & chosen)}]"

    return _decision(DIGESTED + _sums(within))


def gap(decision: zen.ZenDecision, document: Document) -> int:
    """The gap in hundredths."""
    return round(decision.evaluate(document)["result"]["gap"] * 100)


def _rows(transcript: Sequence[Activity]) -> list[tuple[Activity, float, tuple[str, ...]]]:
    seen: set[str] = set()
    rows = []
    for one in transcript:
        if not rate_of(one) or one.relevant is False or again(one, seen):
            continue
        if one.kind == "cpr_card":
            rows.append((one, float(one.quantity), ("clinical",)))
        elif len(one.category) < 2:
            rows.append((one, float(one.quantity), one.category[0].categories if one.category else ()))
        else:
            rows += [(one, float(share.quantity or 0), share.categories) for share in one.category]
    return rows


def _sums(within: Callable[[Sequence[str]], str]) -> Steps:
    steps = [
        ("outside", "filter($.read, not #.approved and #.minutes >= 50)"),
        ("approved", "filter($.read, #.approved and not #.card)"),
        ("cards", "min([12, sum(map(filter($.read, #.card), #.points))])"),
        ("own", "sum(map($.approved, #.points)) + $.cards"),
        ("total", "min([30, sum(map($.outside, #.points))]) + $.own"),
    ]
    lacks = ["0", "60 - $.total", "30 - $.own"]
    for chosen in range(1, 8):
        names = [name for name, bit in BITS.items() if chosen & bit]
        some = within(names)
        cards = " + $.cards" if "clinical" in names else ""
        outside = f"min([30, sum(map(filter($.outside, {some}), #.points))])"
        steps.append((f"in{chosen}", f"{outside} + sum(map(filter($.approved, {some}), #.points)){cards}"))
        lacks.append(f"{10 * len(names)} - $.in{chosen}")
    return [*steps, ("gap", f"max([{', '.join(lacks)}])")]


def _decision(steps: Steps) -> zen.ZenDecision:
    expressions = [{"id": str(i), "key": key, "value": value} for i, (key, value) in enumerate(steps)]
    nodes = [
        {"id": "in", "name": "transcript", "type": "inputNode"},
        {"id": "rules", "name": "rules", "type": "expressionNode", "content": {"expressions": expressions}},
        {"id": "out", "name": "standing", "type": "outputNode"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "rules"},
        {"id": "2", "sourceId": "rules", "targetId": "out"},
    ]
    return zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
