"""Divide points over categories so that the fewest further points are left to earn, and settle ties in one fixed way.

Every allocation is found by one primitive: *lift* an arc of a flow (carry as much as still can be carried over it
without taking anything from what is locked) and *lock* it. The order of the lifts is the policy:
category minimums in the rulebook's order, then each category beyond its minimum, then points without a category, then
each part, earlier-earned first and in file order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recert.rules.count import Part
from recert.rules.table import Asked, Hold

NO_CATEGORY = -1

Allocation = list[dict[int, int]]
"""For each part, category index (or `NO_CATEGORY`) → hundredths that count there."""


def allocate(parts: Sequence[Part], asked: Asked) -> Allocation:
    """The best allocation where caps nest and none holds approved and unapproved points together.

    Parts that no cap holds, in at most one category, need no choice and are settled first.
    """
    chosen: Allocation = [{} for _ in parts]
    floors = list(asked.floors)
    open_parts = []
    for i, part in enumerate(parts):
        if part.group.holds or part.mask & (part.mask - 1):
            open_parts.append(i)
            continue
        category = part.mask.bit_length() - 1
        chosen[i] = {category: part.points}
        if category != NO_CATEGORY:
            floors[category] = max(0, floors[category] - part.points)
    if open_parts:
        flows = _Flow([parts[i] for i in open_parts], floors).settle()
        for i, flow in zip(open_parts, flows, strict=True):
            chosen[i] = flow
    return chosen


def categories_of(mask: int) -> tuple[int, ...]:
    """The categories a mask names, by index; `NO_CATEGORY` where it names none.

    >>> categories_of(0b101), categories_of(0)
    ((0, 2), (-1,))
    """
    return tuple(i for i in range(mask.bit_length()) if mask >> i & 1) or (NO_CATEGORY,)


@dataclass(slots=True)
class _Arc:
    head: int
    room: int
    back: int
    """Where the opposite arc stands in its own node's list."""


class _Flow:
    """Source → caps → parts → categories → sink, with room left on each arc and its opposite."""

    def __init__(self, parts: Sequence[Part], floors: Sequence[int]) -> None:
        self.parts = parts
        self.arcs: list[list[_Arc]] = [[], []]
        self.floor_arcs: list[_Arc] = []
        self.beyond_arcs: list[_Arc] = []
        everything = sum(part.points for part in parts)
        self._sink_to_source(everything)
        nodes = [self._category(floor, everything) for floor in (*floors, 0)]
        self.sinks = dict(zip(nodes, (*range(len(floors)), NO_CATEGORY), strict=True))
        caps = self._caps()
        self.part_arcs = [self._part(part, caps) for part in parts]

    def settle(self) -> Allocation:
        """Lift and lock in the order of the policy, then read the flow off."""
        for arc in (*self.floor_arcs, *self.beyond_arcs, *self.part_arcs):
            self._lift(arc)
        return [self._read(arc) for arc in self.part_arcs]

    def _sink_to_source(self, room: int) -> None:
        self._join(1, 0, room)

    def _node(self) -> int:
        self.arcs.append([])
        return len(self.arcs) - 1

    def _join(self, tail: int, head: int, room: int) -> _Arc:
        arc = _Arc(head, room, len(self.arcs[head]))
        self.arcs[tail].append(arc)
        self.arcs[head].append(_Arc(tail, 0, len(self.arcs[tail]) - 1))
        return arc

    def _category(self, floor: int, everything: int) -> int:
        node = self._node()
        self.floor_arcs.append(self._join(node, 1, floor))
        self.beyond_arcs.append(self._join(node, 1, everything))
        return node

    def _caps(self) -> dict[Hold, int]:
        """A node for each cap, joined to the next cap that holds all of its parts, or to the source."""
        members: dict[Hold, set[int]] = {}
        for i, part in enumerate(self.parts):
            for one in part.group.holds:
                members.setdefault(one, set()).add(i)
        order = sorted(members, key=lambda one: (-len(members[one]), one.name))
        nodes: dict[Hold, int] = {}
        for place, one in enumerate(order):
            outer = [nodes[other] for other in order[:place] if members[one] <= members[other]]
            nodes[one] = self._node()
            self._join(outer[-1] if outer else 0, nodes[one], one.at_most)
        return nodes

    def _part(self, part: Part, caps: dict[Hold, int]) -> _Arc:
        node = self._node()
        innermost = max((caps[one] for one in part.group.holds), default=0)
        arc = self._join(innermost, node, part.points)
        open_to = categories_of(part.mask)
        for sink, category in self.sinks.items():
            if category in open_to:
                self._join(node, sink, part.points)
        return arc

    def _lift(self, arc: _Arc) -> None:
        """Carry as much as possible over the arc, by cycles through it; nothing is taken back from it afterwards."""
        opposite = self.arcs[arc.head][arc.back]
        opposite.room = 0
        while arc.room and (path := self._path(arc.head, opposite.head)):
            amount = min(arc.room, *(step.room for step in path))
            for step in (arc, *path):
                step.room -= amount
                self.arcs[step.head][step.back].room += amount
            opposite.room = 0

    def _path(self, start: int, goal: int) -> list[_Arc]:
        """A way with room from start to goal, depth first in the arcs' order; empty when there is none."""
        reached: dict[int, _Arc | None] = {start: None}
        stack = [start]
        while stack:
            node = stack.pop()
            if node == goal:
                return self._walk_back(reached, goal)
            for arc in reversed(self.arcs[node]):
                if arc.room and arc.head not in reached:
                    reached[arc.head] = arc
                    stack.append(arc.head)
        return []

    def _walk_back(self, reached: dict[int, _Arc | None], goal: int) -> list[_Arc]:
        path: list[_Arc] = []
        node = goal
        while (arc := reached[node]) is not None:
            path.append(arc)
            node = self.arcs[arc.head][arc.back].head
        return path

    def _read(self, part_arc: _Arc) -> dict[int, int]:
        """Hundredths by category that flow through a part."""
        flows = {}
        for arc in self.arcs[part_arc.head]:
            carried = self.arcs[arc.head][arc.back].room
            if arc.head in self.sinks and carried:
                flows[self.sinks[arc.head]] = carried
        return flows
