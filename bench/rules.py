"""The rules against other ways to decide the same, on the same transcripts in the same run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from bench import lp, processes, transcripts, zen_engine
from bench.greedy import greedy
from bench.rounds import Timed, medians
from bench.transcripts import CYCLE, RULES, Transcript
from recert.rules.evaluate import evaluate
from recert.rules.measure import measure

COUNT = 150
ROUNDS = 7
AS_OF = date(2026, 11, 22)

MEASURE = "Recert, met and gap"
FULL = "Recert, full explained verdict"
GREEDY = "a plain greedy loop"
ZEN = "GoRules Zen, plain rows"
ZEN_DIGESTED = "GoRules Zen, rows digested by the host"
LP = "HiGHS LP, arrays, solver kept warm"
LP_AFRESH = "HiGHS LP, arrays, a solver for each"
LP_WRITTEN = "HiGHS LP, as highspy's modelling language writes it"
LP_SCIPY = "HiGHS LP, through scipy's linprog"


def run() -> dict[str, Any]:
    """Everything about the rules, as one document."""
    groups = {"plausible": transcripts.plausible(COUNT), "close": transcripts.close(COUNT)}
    timed = {name: medians(_evaluators(rows), rounds=ROUNDS) for name, rows in groups.items()}
    return {
        "activities": transcripts.ACTIVITIES,
        "transcripts": {
            name: {"count": len(rows), "met": sum(_gap(row) == 0 for row in rows)} for name, rows in groups.items()
        },
        "microseconds": timed,
        "times_met_and_gap": {
            name: {other: round(time / times[MEASURE], 1) for other, time in times.items()}
            for name, times in timed.items()
        },
        "disagree_with_us": {name: _disagreements(rows) for name, rows in groups.items()},
        "greedy_is_wrong": {
            "plausible": _wrong(transcripts.plausible(10_000)),
            "close": _wrong(transcripts.close(2_000)),
        },
        "first_cycles": _first_cycles(),
        "import_milliseconds": processes.importing(),
        "standing_process_seconds": processes.standing(),
    }


def _gap(row: Transcript) -> int:
    return measure(row, edition=RULES, cycle=CYCLE).gap


def _full(row: Transcript) -> int:
    return evaluate(row, edition=RULES, cycle=CYCLE, as_of=AS_OF).gap.points


def _over(solve: Callable[[Transcript, date, date], int]) -> Callable[[Transcript], int]:
    return lambda row: solve(row, CYCLE.starts, CYCLE.ends)


def _evaluators(rows: list[Transcript]) -> dict[str, Timed]:
    plain, digested = zen_engine.over_plain_rows(), zen_engine.over_digested_rows()
    return {
        MEASURE: (_gap, rows),
        FULL: (_full, rows),
        GREEDY: (_over(greedy), rows),
        ZEN: (
            lambda given: zen_engine.gap(plain, given),
            [zen_engine.plain_rows(r, CYCLE.starts, CYCLE.ends) for r in rows],
        ),
        ZEN_DIGESTED: (
            lambda given: zen_engine.gap(digested, given),
            [zen_engine.digested_rows(r, CYCLE.starts, CYCLE.ends) for r in rows],
        ),
        LP: (_over(lp.by_arrays), rows),
        LP_AFRESH: (_over(lp.by_arrays_afresh), rows),
        LP_WRITTEN: (_over(lp.by_expressions), rows),
        LP_SCIPY: (_over(lp.by_scipy), rows),
    }


def _disagreements(rows: list[Transcript]) -> dict[str, int]:
    """How many transcripts each other way gives another gap for."""
    ours = [_gap(row) for row in rows]
    return {
        name: sum(evaluator(given) != gap for given, gap in zip(inputs, ours, strict=True))
        for name, (evaluator, inputs) in _evaluators(rows).items()
        if name != MEASURE
    }


def _wrong(rows: list[Transcript]) -> dict[str, int]:
    """Of so many transcripts, those the greedy loop calls not met though they are, and those whose gap it gets wrong."""
    pairs = [(_gap(row), greedy(row, CYCLE.starts, CYCLE.ends)) for row in rows]
    return {
        "transcripts": len(rows),
        "wrongly_not_met": sum(ours == 0 < theirs for ours, theirs in pairs),
        "wrongly_met": sum(theirs == 0 < ours for ours, theirs in pairs),
        "wrong_gap": sum(ours != theirs for ours, theirs in pairs),
    }


def _first_cycles() -> dict[str, Any]:
    """Points from before the cycle lie under caps that cross: some need the solver."""
    rows = transcripts.first_cycles(60)
    verdicts = [evaluate(r, edition=RULES, cycle=CYCLE, as_of=AS_OF, first_cycle=True) for r in rows]
    groups = {
        method: [row for row, verdict in zip(rows, verdicts, strict=True) if verdict.method == method]
        for method in ("closed form", "solver")
    }
    return {
        method: {
            "count": len(chosen),
            "microseconds": medians(
                {
                    MEASURE: (lambda r: measure(r, edition=RULES, cycle=CYCLE, first_cycle=True), chosen),
                    FULL: (lambda r: evaluate(r, edition=RULES, cycle=CYCLE, as_of=AS_OF, first_cycle=True), chosen),
                },
                rounds=3,
            ),
        }
        for method, chosen in groups.items()
        if chosen
    }
