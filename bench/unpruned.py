"""The same plan from solvers that are told nothing of pruning: every candidate a column, one objective after another."""

from __future__ import annotations

import json
import subprocess
import sys
from time import perf_counter
from typing import Any

import numpy as np
from highspy import Highs, HighsModelStatus, kHighsInf

from recert.planning.choose import Model, held_by
from recert.planning.field import Field
from recert.planning.search import OPTIONS
from recert.planning.wishes import Wishes

Sums = list[int]


def model_of(known: Field, wishes: Wishes) -> Model:
    """The whole program."""
    model = Model(known, wishes, range(len(known)))
    model.ask([held_by(found.holder) for found in known.founds])
    return model


def by_highs(model: Model, seconds: float) -> tuple[Sums | None, float]:
    """The least sums and the seconds they took; None where time ran out."""
    begun = perf_counter()
    solver = Highs()  # type: ignore[no-untyped-call]
    for option, wanted in OPTIONS.items():
        if "tolerance" not in option:
            solver.setOptionValue(option, wanted)
    solver.passModel(model.program.model())
    width, sums = len(model.program.upper), list[int]()
    for _, weights in model.goals():
        solver.changeColsCost(width, np.arange(width, dtype=np.int32), weights.astype(float))
        left = seconds - (perf_counter() - begun)
        if left <= 0:
            return None, seconds
        solver.setOptionValue("time_limit", solver.getRunTime() + left)
        solver.run()
        if solver.getModelStatus() != HighsModelStatus.kOptimal:
            return None, seconds
        value = np.round(np.array(solver.getSolution().col_value))
        sums.append(int(weights @ value.astype(np.int64)))
        index = np.flatnonzero(weights).astype(np.int32)
        solver.addRow(-kHighsInf, sums[-1] + 0.5, len(index), index, weights[index].astype(float))
    return sums, perf_counter() - begun


def by_cp_sat(model: Model, seconds: float) -> tuple[Sums | None, float]:
    """The same from CP-SAT, which cannot share a process with highspy; reading the program is not timed."""
    rows = model.program.rows
    document: dict[str, Any] = {
        "upper": [None if most == kHighsInf else int(most) for most in model.program.upper],
        "rows": [
            [
                None if rows.least[i] == -kHighsInf else int(rows.least[i]),
                None if rows.most[i] == kHighsInf else int(rows.most[i]),
                [int(column) for column in rows.columns[rows.starts[i] : rows.starts[i + 1]]],
                [int(weight) for weight in rows.weights[rows.starts[i] : rows.starts[i + 1]]],
            ]
            for i in range(len(rows.least))
        ],
        "goals": [[int(weight) for weight in weights] for _, weights in model.goals()],
        "seconds": seconds,
    }
    done = subprocess.run(
        [sys.executable, "-m", "bench.cp_sat"], input=json.dumps(document), capture_output=True, text=True, check=True
    )
    answer = json.loads(done.stdout)
    return answer["sums"], answer["seconds"]
