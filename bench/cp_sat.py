"""Solve programs read from standard input, one a line, with CP-SAT, in a process of its own."""

from __future__ import annotations

import json
import sys
from time import perf_counter, process_time
from typing import Any

from ortools.sat.python import cp_model

MOST = 1_000_000


def solved(document: dict[str, Any]) -> dict[str, Any]:
    """The least sum of each goal in turn, or None where time ran out, and the seconds."""
    model = cp_model.CpModel()
    columns = [model.NewIntVar(0, MOST if most is None else most, "") for most in document["upper"]]
    for least, most, index, weights in document["rows"]:
        total = cp_model.LinearExpr.WeightedSum([columns[i] for i in index], weights)
        model.AddLinearConstraint(total, -10 * MOST if least is None else least, 10 * MOST if most is None else most)
    begun, computing, sums = perf_counter(), process_time(), []
    for goal in document["goals"]:
        index = [i for i, weight in enumerate(goal) if weight]
        total = cp_model.LinearExpr.WeightedSum([columns[i] for i in index], [goal[i] for i in index])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.max_time_in_seconds = max(0.01, document["seconds"] - (perf_counter() - begun))
        model.Minimize(total)
        if solver.StatusName(solver.Solve(model)) != "OPTIMAL":
            return {
                "sums": None,
                "seconds": document["seconds"],
                "processor_seconds": process_time() - computing,
            }
        sums.append(round(solver.ObjectiveValue()))
        model.Add(total <= sums[-1])
    return {"sums": sums, "seconds": perf_counter() - begun, "processor_seconds": process_time() - computing}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(solved(json.loads(line))), flush=True)
