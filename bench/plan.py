"""The planner beside plain solvers: seconds to a proved plan over catalogues of 120 to 100,000 offers, easy and tied."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from time import perf_counter, process_time
from typing import Any, NamedTuple

import numpy as np

from bench.offers import HOME, catalog, holders
from bench.unpruned import Sums, by_cp_sat, by_highs, model_of
from recert.planning.catalog import Catalog
from recert.planning.choose import Model
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
CELL = 8.0
"""…and so long over all the plans of one catalogue; how many it was given and how many it proved is in the file."""
FEWEST = 2
AGAIN = 60
"""So many holders plan again with a pin."""


class Taken(NamedTuple):
    """Seconds by the clock on the wall, and those of the processor alone, which a crowded machine leaves as they are."""

    wall: float
    processor: float


Solver = Callable[[Model, float], tuple[Sums | None, float]]


def run(sizes: Sequence[int] = SIZES) -> Document:
    """Every catalogue, easy and tied."""
    people = list(holders(HOLDERS))
    cells = [_cell(size, people, tied=tied) for size in sizes for tied in (False, True)]
    return {"holders": HOLDERS, "seconds_for_a_plain_solver": SECONDS, "catalogues": cells}


def _cell(size: int, people: Sequence[Holder], *, tied: bool) -> Document:
    begun = perf_counter()
    known = Catalog(catalog(size, tied=tied))
    Planner(known, people[0], WISHES).plan()  # the first plan prepares what all share: terms, order, miles
    prepared = perf_counter() - begun
    timed = [_planned(known, person, again=place < AGAIN) for place, person in enumerate(people)]
    sums = [_sums(made) for made, _, _ in timed]
    cell: Document = {
        "offers": size,
        "tied": tied,
        "preparing_seconds": round(prepared, 3),
        "plans": len(timed),
        "feasible": sum(made.feasible for made, _, _ in timed),
        "proved": sum(made.proved_optimal for made, _, _ in timed),
        "milliseconds": _spread([first.wall for _, first, _ in timed]),
        "processor_milliseconds": _spread([first.processor for _, first, _ in timed]),
        "again_with_a_pin": _spread([again.wall for _, _, again in timed if again]),
        "again_with_a_pin_processor": _spread([again.processor for _, _, again in timed if again]),
    }
    for name, solver in (("highs_unpruned", by_highs), ("cp_sat_unpruned", by_cp_sat)):
        cell[name] = _beside(known, people, sums, solver, [first.wall for _, first, _ in timed])
    print(json.dumps(cell), file=sys.stderr)
    return cell


def _planned(known: Catalog, person: Holder, *, again: bool) -> tuple[Plan, Taken, Taken | None]:
    """A plan, its seconds, and those of a plan with another offer pinned."""
    begun = perf_counter(), process_time()
    planner = Planner(known, person, WISHES)
    made = planner.plan()
    first = _since(begun)
    chosen = {step.offer.id for step in made.steps}
    rows = planner.known.rows
    other = next(
        (known.offers[int(row)].id for row in rows[len(rows) // 3 :] if known.offers[int(row)].id not in chosen), ""
    )
    if not (again and made.steps and other):
        return made, first, None
    begun = perf_counter(), process_time()
    planner.again(pinned=frozenset({other}))
    return made, first, _since(begun)


def _since(begun: tuple[float, float]) -> Taken:
    return Taken(perf_counter() - begun[0], process_time() - begun[1])


def _sums(made: Plan) -> Sums | None:
    if not made.feasible:
        return None
    quality = -sum(step.offer.quality for step in made.steps)
    return [made.cost, made.hours, made.miles, len(made.steps), quality]


def _beside(
    known: Catalog, people: Sequence[Holder], sums: Sequence[Sums | None], solver: Solver, ours: Sequence[float]
) -> Document:
    """As many of the plans as fit in the time, holder after holder; those whose time ran out count as that long."""
    taken, mine, same, given, proved = list[float](), list[float](), 0, 0, 0
    ends = perf_counter() + CELL
    for person, expected, first in zip(people, sums, ours, strict=True):
        if expected is None or not expected[3]:
            continue
        if given >= FEWEST and perf_counter() > ends:
            break
        begun = perf_counter()
        model = model_of(field_of(known, [person], WISHES), WISHES)
        writing = perf_counter() - begun
        found, seconds = solver(model, SECONDS)
        given, proved, same = given + 1, proved + (found is not None), same + (found == expected)
        taken.append(writing + seconds)
        mine.append(first)
    spread, own = _spread(taken), _spread(mine)
    return {
        "given": given,
        "proved": proved,
        "agree": same,
        "milliseconds": spread,
        "times_recert": {name: round(spread[name] / own[name], 1) for name in ("p50", "p99")} if given else {},
    }


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    if not seconds:
        return {}
    p50, p99, most = np.percentile(np.array(seconds) * 1e3, [50, 99, 100])
    return {"p50": round(float(p50), 1), "p99": round(float(p99), 1), "max": round(float(most), 1)}
