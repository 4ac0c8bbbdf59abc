"""Write the outlines of the states that the map of schools draws, from the npm package us-atlas.

    npm pack us-atlas@3.0.1 && tar xf us-atlas-3.0.1.tgz
    python -m bin.outlines package/states-10m.json

us-atlas (ISC) hands on the Census Bureau's cartographic boundaries of 2017, a work of the U.S. government in the public
domain, as arcs that neighbouring states share. They are joined to rings here, and kept in thousandths of a degree.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "recert" / "places" / "data" / "states.json.gz"
THOUSANDTHS = 1000
NUMBERED = """
01 AL 02 AK 04 AZ 05 AR 06 CA 08 CO 09 CT 10 DE 11 DC 12 FL 13 GA 15 HI 16 ID 17 IL 18 IN 19 IA 20 KS 21 KY
22 LA 23 ME 24 MD 25 MA 26 MI 27 MN 28 MS 29 MO 30 MT 31 NE 32 NV 33 NH 34 NJ 35 NM 36 NY 37 NC 38 ND 39 OH
40 OK 41 OR 42 PA 44 RI 45 SC 46 SD 47 TN 48 TX 49 UT 50 VT 51 VA 53 WA 54 WV 55 WI 56 WY 60 AS 66 GU 69 MP
72 PR 78 VI
"""
ABBREVIATIONS = dict(each.split() for each in re.findall(r"\d\d [A-Z]{2}", NUMBERED))
"""The Census Bureau's number of a state → the abbreviation of the Postal Service."""
Place = tuple[int, int]


def main(source: Path) -> None:
    outlines = outlines_of(json.loads(source.read_text(encoding="utf-8")))
    text = json.dumps(outlines, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), mtime=0))
    rings = sum(map(len, outlines.values()))
    points = sum(len(ring) for each in outlines.values() for ring in each)
    print(f"{len(outlines)} outlines, {rings} rings, {points} points, {TARGET.stat().st_size:,} bytes.")


def outlines_of(topology: dict[str, Any]) -> dict[str, list[list[int]]]:
    """State → its rings, each as longitudes and latitudes in turn: the first whole, the others as steps from the last."""
    arcs = [list(_unpacked(arc, **topology["transform"])) for arc in topology["arcs"]]
    states = topology["objects"]["states"]["geometries"]
    return {
        ABBREVIATIONS[each["id"]]: [_steps(ring) for ring in _rings(each, arcs)] for each in sorted(states, key=_id)
    }


def _id(state: dict[str, Any]) -> str:
    return str(state["id"])


def _unpacked(arc: Sequence[Sequence[int]], scale: Sequence[float], translate: Sequence[float]) -> Iterator[Place]:
    """Degrees from steps on a grid."""
    xs, ys = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
    for x, y in zip(xs, ys, strict=True):
        place = (x * scale[0] + translate[0], y * scale[1] + translate[1])
        yield round(place[0] * THOUSANDTHS), round(place[1] * THOUSANDTHS)


def _rings(state: dict[str, Any], arcs: Sequence[Sequence[Place]]) -> Iterator[list[Place]]:
    polygons = [state["arcs"]] if state["type"] == "Polygon" else state["arcs"]
    for polygon in polygons:
        for ring in polygon:
            yield _joined(ring, arcs)


def _joined(ring: Sequence[int], arcs: Sequence[Sequence[Place]]) -> list[Place]:
    """Arcs end to end; a number below zero means an arc backwards. The last point is the first again, and left out."""
    found: list[Place] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        found.extend(arc[bool(found) :])
    return found[:-1]


def _steps(ring: Sequence[Place]) -> list[int]:
    before = [(0, 0), *ring]
    return [each for (x, y), (a, b) in zip(ring, before, strict=False) for each in (x - a, y - b)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
