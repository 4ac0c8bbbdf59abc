"""HiGHS set up: what it is told when it relaxes and when it branches, and what its answers mean."""

from __future__ import annotations

from highspy import Highs, HighsModelStatus

SETTLED = {HighsModelStatus.kOptimal, HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible}
"""Nothing here is without bounds, so an unbounded-or-infeasible program is infeasible."""
FEASIBLE = 2
"""HiGHS's word for a primal solution that keeps all rows."""
SMALL = 1e-9
Options = dict[str, bool | int | float | str]
OPTIONS: Options = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.5,
    "mip_heuristic_run_feasibility_jump": False,
}
RELAXED: Options = {
    "presolve": "off",
    "primal_feasibility_tolerance": SMALL,
    "dual_feasibility_tolerance": SMALL,
}
FINE: Options = {
    "primal_feasibility_tolerance": 1e-8,
    "dual_feasibility_tolerance": 1e-8,
    "mip_feasibility_tolerance": 1e-7,
}
"""Still finer, HiGHS was seen to call feasible programs infeasible."""
BRANCHED: Options = {"presolve": "off", **FINE}
AGAIN: Options = {"random_seed": 2, **FINE}
"""Where an answer contradicts itself, or says that there is no choice at all."""


def solver(options: Options) -> Highs:
    """A solver set up."""
    highs = Highs()  # type: ignore[no-untyped-call]
    for option, value in (OPTIONS | options).items():
        highs.setOptionValue(option, value)
    return highs
