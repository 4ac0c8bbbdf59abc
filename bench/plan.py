"""The planner beside plain solvers: seconds to a proved plan over catalogues of 120 to 100,000 offers, easy and tied.

Everything but CP-SAT runs in this one process, one after the other, for the same holders. Times are taken on the wall
and of the processor; what is compared is wall with wall and processor with processor.

`python -m bench plan` runs all of it; `python -m bench.plan 100000 tied` prints one catalogue.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

from bench.offers import HOME, catalog, holders
from bench.plan_targets import targets
from bench.unpruned import CpSat, Plain, Sums, Taken, by_highs
from recert.planning.catalog import Catalog
from recert.planning.field import field_of
from recert.planning.holder import Holder
from recert.planning.plan import Plan
from recert.planning.planner import Planner
from recert.planning.wishes import Wishes

Document = dict[str, Any]
SIZES = (120, 1_000, 10_000, 100_000)
HOLDERS = 200
WISHES = Wishes(near=HOME)
SECONDS = 5.0
"""A plain solver may take so long over one plan…"""
HIGHS = {120: 10.0, 1_000: 30.0, 10_000: 100.0}
CP_SAT = {120: 10.0, 1_000: 15.0, 10_000: 15.0}
"""…and so long over all the plans of one catalogue; how many it was given and how many it proved is in the file.

None of 100,000 offers: there neither keeps to its limit (HiGHS took a minute over five seconds).
"""
FEWEST = 2
AGAIN = 100
"""So many holders plan again with a pin."""


class Planned(NamedTuple):
    """A plan, its seconds, and those of a plan with another offer pinned."""

    made: Plan
    first: Taken
    again: Taken | None


Solver = Callable[[Plain, float], tuple[Sums | None, Taken]]


def run(sizes: Sequence[int] = SIZES) -> Document:
    """Every catalogue, easy and tied, and whether the targets are met."""
    people, begun = list(holders(HOLDERS)), perf_counter()
    cells = [_cell(size, people, tied=tied) for size in sizes for tied in (False, True)]
    return {
        "holders": HOLDERS,
        "seconds_for_a_plain_solver": SECONDS,
        "minutes": round((perf_counter() - begun) / 60, 1),
        **targets(cells),
        "catalogues": cells,
    }


def _cell(size: int, people: Sequence[Holder], *, tied: bool) -> Document:
    offers = catalog(size, tied=tied)
    begun = perf_counter()
    known = Catalog(offers)
    Planner(known, people[0], WISHES).plan()  # the first plan prepares what all share: terms, order, miles
    prepared = perf_counter() - begun
    planned = [_planned(known, person, again=place < AGAIN) for place, person in enumerate(people)]
    pinned = [one for one in planned if one.again]
    cell: Document = {
        "offers": size,
        "tied": tied,
        "preparing_seconds": round(prepared, 3),
        "plans": len(planned),
        "feasible": sum(one.made.feasible for one in planned),
        "proved": sum(one.made.proved_optimal for one in planned),
        **_spreads([one.first for one in planned]),
        "with_a_pin": {
            "plans": len(pinned),
            **_spreads([one.again for one in pinned if one.again]),
            "of_these_plans_without": _spreads([one.first for one in pinned]),
        },
        "highs_unpruned": _beside(known, people, planned, by_highs, HIGHS.get(size)),
    }
    with CpSat() as solver:
        cell["cp_sat_unpruned"] = _beside(known, people, planned, solver, CP_SAT.get(size))
    print(json.dumps(cell), file=sys.stderr)
    return cell


def _planned(known: Catalog, person: Holder, *, again: bool) -> Planned:
    begun = Taken.now()
    planner = Planner(known, person, WISHES)
    made = planner.plan()
    first = Taken.since(begun)
    chosen = {step.offer.id for step in made.steps}
    rows = planner.known.rows
    other = next(
        (known.offers[int(row)].id for row in rows[len(rows) // 3 :] if known.offers[int(row)].id not in chosen), ""
    )
    if not (again and made.steps and other):
        return Planned(made, first, None)
    begun = Taken.now()
    planner.again(pinned=frozenset({other}))
    return Planned(made, first, Taken.since(begun))


def _sums(made: Plan) -> Sums:
    quality = -sum(step.offer.quality for step in made.steps)
    return [made.cost, made.hours, made.miles, len(made.steps), quality]


def _beside(
    known: Catalog,
    people: Sequence[Holder],
    planned: Sequence[Planned],
    solver: Solver,
    most: float | None,
) -> Document:
    """As many of the plans as fit in the time, holder after holder; those whose time ran out count as that long."""
    taken, ours, same, proved = list[Taken](), list[Taken](), 0, 0
    ends = perf_counter() + (most or 0)
    for person, one in zip(people, planned, strict=True):
        if most is None or not (one.made.feasible and one.made.steps):
            continue
        if len(taken) >= FEWEST and perf_counter() > ends:
            break
        begun = Taken.now()
        plain = Plain.of(field_of(known, [person], WISHES), WISHES)
        writing = Taken.since(begun)
        found, solving = solver(plain, SECONDS)
        taken.append(Taken(writing.wall + solving.wall, writing.processor + solving.processor))
        ours.append(one.first)
        proved, same = proved + (found is not None), same + (found == _sums(one.made))
    return {
        "given": len(taken),
        "proved": proved,
        "agree": same,
        **_spreads(taken),
        "recert_over_the_same": _spreads(ours),
        "times_recert": _times(taken, ours),
    }


def _times(taken: Sequence[Taken], ours: Sequence[Taken]) -> Document:
    """How many times as long they took, p50 by p50 and p99 by p99, on the wall and of the processor."""
    theirs, mine = _spreads(taken), _spreads(ours)
    return {
        clock: {name: round(theirs[clock][name] / mine[clock][name], 1) for name in ("p50", "p99")}
        for clock in theirs
        if taken
    }


def _spreads(taken: Sequence[Taken]) -> Document:
    return {
        "milliseconds": _spread([one.wall for one in taken]),
        "processor_milliseconds": _spread([one.processor for one in taken]),
    }


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    if not seconds:
        return {}
    p50, p99, most = np.percentile(np.array(seconds) * 1e3, [50, 99, 100])
    return {"p50": round(float(p50), 1), "p99": round(float(p99), 1), "max": round(float(most), 1)}


if __name__ == "__main__":
    _cell(int(sys.argv[1]), list(holders(HOLDERS)), tied=sys.argv[2] == "tied")
