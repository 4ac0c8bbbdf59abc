"""The same plan from solvers that are told nothing of pruning: every candidate a column, one objective after another."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter, process_time
from types import TracebackType
from typing import NamedTuple, Self

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, HighsVarType, MatrixFormat, kHighsInf

from recert.planning.choose import held_by
from recert.planning.field import Field
from recert.planning.model import Model
from recert.planning.program import Entries, Numbers, Places
from recert.planning.wishes import Wishes

Sums = list[int]
OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.999,
}


class Taken(NamedTuple):
    """Seconds by the clock on the wall, and those of the processor alone, which a crowded machine leaves as they are."""

    wall: float
    processor: float

    @classmethod
    def since(cls, begun: Taken) -> Taken:
        return cls(perf_counter() - begun.wall, process_time() - begun.processor)

    @classmethod
    def now(cls) -> Taken:
        return cls(perf_counter(), process_time())


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """One program for everything: rows between bounds, the columns' upper bounds, which are whole, and the goals."""

    entries: Entries
    upper: Numbers
    whole: list[bool]
    goals: Sequence[Places]

    @classmethod
    def of(cls, known: Field, wishes: Wishes) -> Plain:
        """Both routes of an application, which a last column tells apart: 1 where outside credit is sent in."""
        [found] = known.founds
        reviewed, approved = (_asked(known, wishes, sent=sent) for sent in (True, False))
        parts = [reviewed.program.entries(), approved.program.entries()]
        first, second = (len(one.program.upper) for one in (reviewed, approved))
        width, offers = first + second - len(known), len(known)
        rows = [
            _shifted(parts[0], 0, 0, width, sent=True),
            _shifted(parts[1], len(parts[0].least), first - offers, width, sent=False, offers=offers),
        ]
        late = np.flatnonzero(found.late)
        start = len(parts[0].least) + len(parts[1].least)
        rows.append(
            Entries(
                np.repeat(np.arange(start, start + len(late)), 2),
                np.stack([late, np.full(len(late), width)], axis=1).ravel(),
                np.ones(2 * len(late)),
                np.full(len(late), -np.inf),
                np.ones(len(late)),
            )
        )
        upper = [*reviewed.program.upper, *approved.program.upper[offers:], 1.0]
        whole = [*reviewed.program.whole, *approved.program.whole[offers:], True]
        goals = [np.pad(weights, (0, width + 1 - first)) for _, weights in reviewed.goals()]
        return cls(Entries(*map(np.concatenate, zip(*rows, strict=True))), np.array(upper), whole, goals)

    def model(self) -> HighsLp:
        """The program as HiGHS reads it."""
        model, rows = HighsLp(), self.entries
        model.num_col_, model.num_row_ = len(self.upper), len(rows.least)
        model.col_cost_, model.col_lower_ = np.zeros(len(self.upper)), np.zeros(len(self.upper))
        model.col_upper_ = self.upper
        model.integrality_ = [HighsVarType.kInteger if one else HighsVarType.kContinuous for one in self.whole]
        model.row_lower_, model.row_upper_ = rows.least, rows.most
        model.a_matrix_.format_ = MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.append(0, np.cumsum(np.bincount(rows.row, minlength=len(rows.least))))
        model.a_matrix_.index_, model.a_matrix_.value_ = rows.column, rows.weight
        return model


def _asked(known: Field, wishes: Wishes, *, sent: bool) -> Model:
    model = Model(known, wishes, range(len(known)), (sent,))
    model.ask([held_by(found.holder) for found in known.founds])
    return model


def _shifted(entries: Entries, rows: int, columns: int, switch: int, *, sent: bool, offers: int = 0) -> Entries:
    """The rows of one route: what they ask at least is asked where the switch says so."""
    asks = np.flatnonzero(entries.least > 0)
    most = entries.least[asks]
    column = np.where(entries.column < offers, entries.column, entries.column + columns)
    joined_rows = np.append(entries.row, asks)
    order = np.argsort(joined_rows, kind="stable")
    least = entries.least.copy()
    least[asks] = 0 if sent else most
    return Entries(
        joined_rows[order] + rows,
        np.append(column, np.full(len(asks), switch))[order],
        np.append(entries.weight, -most if sent else most)[order],
        least,
        entries.most,
    )


def by_highs(plain: Plain, seconds: float) -> tuple[Sums | None, Taken]:
    """The least sums and the seconds they took; None where time ran out."""
    begun = Taken.now()
    sums = _least(plain, begun.wall + seconds)
    taken = Taken.since(begun)
    return sums, taken if sums is not None else Taken(seconds, taken.processor)


def _least(plain: Plain, ends: float) -> Sums | None:
    solver = Highs()  # type: ignore[no-untyped-call]
    for option, wanted in OPTIONS.items():
        solver.setOptionValue(option, wanted)
    solver.passModel(plain.model())
    width, sums = len(plain.upper), list[int]()
    for weights in plain.goals:
        solver.changeColsCost(width, np.arange(width, dtype=np.int32), weights.astype(float))
        left = ends - perf_counter()
        if left <= 0:
            return None
        solver.setOptionValue("time_limit", solver.getRunTime() + left)
        solver.run()
        if solver.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        value = np.round(np.array(solver.getSolution().col_value))
        sums.append(int(weights @ value.astype(np.int64)))
        index = np.flatnonzero(weights).astype(np.int32)
        solver.addRow(-kHighsInf, sums[-1] + 0.5, len(index), index, weights[index].astype(float))
    return sums


class CpSat:
    """CP-SAT in a process of its own, for it cannot share one with highspy; handing a program over is not timed."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.cp_sat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()

    def __call__(self, plain: Plain, seconds: float) -> tuple[Sums | None, Taken]:
        rows = plain.entries
        starts = np.append(0, np.cumsum(np.bincount(rows.row, minlength=len(rows.least)))).tolist()
        columns, weights = rows.column.tolist(), rows.weight.astype(np.int64).tolist()
        document = {
            "upper": [None if most == kHighsInf else int(most) for most in plain.upper.tolist()],
            "rows": [
                [
                    None if low == -np.inf else int(low),
                    None if high == np.inf else int(high),
                    columns[a:b],
                    weights[a:b],
                ]
                for low, high, a, b in zip(rows.least.tolist(), rows.most.tolist(), starts, starts[1:], strict=False)
            ],
            "goals": [goal.tolist() for goal in plain.goals],
            "seconds": seconds,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(document) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return answer["sums"], Taken(answer["seconds"], answer["processor_seconds"])
