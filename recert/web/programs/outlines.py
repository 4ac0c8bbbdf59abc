"""Cut the outlines of the states to the drawing, so that a page carries no more of them than it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from math import dist

from recert.places.outlines import Ring

Spot = tuple[float, float]
BEYOND = 8
"""How far outside the drawing the cut runs, so that its line is not seen."""
NAMED_FROM = 0.03
"""The share of the drawing from which a state is named."""
CLEAR, GRID = 28, 14
"""How far a state's name keeps from numbers, the cross and the edge, and how fine the places for it are looked through."""


@dataclass(frozen=True, slots=True)
class Land:
    """A state as far as it lies on the drawing: an SVG path, and where its abbreviation stands, if anywhere."""

    state: str
    path: str
    x: str = ""
    y: str = ""


def lands(
    rings: Iterable[Ring], onto: Callable[[Ring], Iterable[Spot]], size: float, taken: Sequence[Spot]
) -> tuple[Land, ...]:
    """The states that show. `onto` lays a ring on the drawing, a square of `size`; names keep clear of what is `taken`."""
    by_state = groupby(rings, key=lambda ring: ring.state)
    cut = ((state, [cut_to(list(onto(ring)), size) for ring in group]) for state, group in by_state)
    shown = [(state, found) for state, shapes in cut if (found := [shape for shape in shapes if len(shape) > 2])]
    return tuple(_land(state, shapes, size, taken) for state, shapes in shown)


def cut_to(shape: Sequence[Spot], size: float) -> list[Spot]:
    """What of a closed shape lies within the drawing and a little beyond (Sutherland and Hodgman, side by side)."""
    found = list(shape)
    for axis in (0, 1):
        found = _cut(found, axis, -BEYOND, 1)
        found = _cut(found, axis, size + BEYOND, -1)
    return found


def _cut(shape: Sequence[Spot], axis: int, edge: float, sign: int) -> list[Spot]:
    found: list[Spot] = []
    for here, there in zip(shape, [*shape[1:], *shape[:1]], strict=True):
        starts, ends = (here[axis] - edge) * sign >= 0, (there[axis] - edge) * sign >= 0
        if starts:
            found.append(here)
        if starts != ends:
            share = (edge - here[axis]) / (there[axis] - here[axis])
            found.append((here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])))
    return found


def _land(state: str, shapes: Sequence[Sequence[Spot]], size: float, taken: Sequence[Spot]) -> Land:
    path = " ".join(map(_path, shapes))
    largest = max(shapes, key=lambda shape: abs(_area(shape)))
    place = _clear_place(largest, size, taken) if abs(_area(largest)) >= NAMED_FROM * size * size else None
    return Land(state, path, f"{place[0]:.0f}", f"{place[1]:.0f}") if place else Land(state, path)


def _clear_place(shape: Sequence[Spot], size: float, taken: Sequence[Spot]) -> Spot | None:
    """A place for a name: in the shape, near its middle, clear of what stands there and of the edge."""
    middle, steps = _middle(shape), range(CLEAR, int(size) - CLEAR + 1, GRID)
    clear = (spot for spot in product(steps, steps) if all(dist(spot, each) >= CLEAR for each in taken))
    inside = (spot for spot in sorted(clear, key=lambda spot: dist(spot, middle)) if _holds(shape, spot))
    return next(inside, None)


def _holds(shape: Sequence[Spot], spot: Spot) -> bool:
    """Whether a ray to the right leaves the shape an odd number of times."""
    pairs = zip(shape, [*shape[1:], *shape[:1]], strict=True)
    crossed = [(b > spot[1]) != (d > spot[1]) and spot[0] < a + (spot[1] - b) / (d - b) * (c - a)
               for (a, b), (c, d) in pairs]  # fmt: skip
    return sum(crossed) % 2 == 1


def _path(shape: Sequence[Spot]) -> str:
    """Lines from spot to spot; those that fall on the last one are left out."""
    spots = [f"{x:.1f} {y:.1f}" for x, y in shape]
    kept = [spot for spot, last in zip(spots, ["", *spots], strict=False) if spot != last]
    return f"M{'L'.join(kept)}Z"


def _area(shape: Sequence[Spot]) -> float:
    """Positive or negative by the way round."""
    pairs = zip(shape, [*shape[1:], *shape[:1]], strict=True)
    return sum(x * b - a * y for (x, y), (a, b) in pairs) / 2


def _middle(shape: Sequence[Spot]) -> Spot:
    """The centre of gravity of a shape that has an area."""
    pairs = list(zip(shape, [*shape[1:], *shape[:1]], strict=True))
    six = 6 * _area(shape)
    x = sum((x + a) * (x * b - a * y) for (x, y), (a, b) in pairs) / six
    y = sum((y + b) * (x * b - a * y) for (x, y), (a, b) in pairs) / six
    return x, y
