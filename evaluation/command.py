"""Read the set, or a part of it, with the real reader; print the numbers, and keep those of the whole."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.draw import drawn
from evaluation.measure import MEGABYTE, Read, memory_here, read
from evaluation.pictures import LOOKS
from evaluation.report import cost_document, lines, part_document
from evaluation.truth import PARTS, Paper, papers

DRAWN_AT_ONCE = 10
"""After so many drawings a line tells how far it is."""
EVIDENCE = Path(__file__).parents[1] / "evidence" / "capture.json"


def main(arguments: list[str]) -> None:
    """Draw, read, count, print, and keep it when the whole set was read."""
    asked = _asked(arguments)
    found = {**_circumstances(arguments), **_measured(asked)}
    print("\n".join(lines(found)))
    if not (asked.only or asked.sample or asked.layout or set(asked.looks) != set(LOOKS)):
        EVIDENCE.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="one part of the set")
    parser.add_argument("--sample", type=int, metavar="N", help="about so many files, spread over the layouts")
    for part in PARTS:
        parser.add_argument(
            f"--sample-{part}", type=int, metavar="N", help=f"about so many files of {part}; still kept"
        )
    parser.add_argument("--layout", action="append", help="this layout alone (more than once for several)")
    parser.add_argument("--looks", default=LOOKS, type=lambda text: tuple(text.split(",")), help="clean,scan,photo")
    parser.add_argument("--name-held-out", action="store_true", help="name what is wrong in the held-out part, too")
    return parser.parse_args(arguments)


def _measured(asked: argparse.Namespace) -> dict[str, Any]:
    files = list(_drawn(_chosen(asked)))
    before = memory_here()
    reads = [_told(paper, look, file) for paper, look, file in files]
    after = memory_here()
    parts = [part for part in PARTS if any(one.paper.part == part for one in reads)]
    return {
        "parts": {
            part: part_document(
                [one for one in reads if one.paper.part == part],
                name_them=part == "develop" or asked.name_held_out,
            )
            for part in parts
        },
        "cost": cost_document(reads),
        "web_megabytes": {"before": before // MEGABYTE, "after": after // MEGABYTE},
    }


def _chosen(asked: argparse.Namespace) -> list[tuple[Paper, str]]:
    """Papers and looks; a sample takes every so-and-so-many-th of them."""
    chosen: list[tuple[Paper, str]] = []
    for part in [asked.only] if asked.only else PARTS:
        there = [one for one in papers(part) if not asked.layout or one.layout in asked.layout]
        both = [(paper, look) for look in asked.looks for paper in there]
        chosen += both[:: _step(len(both), getattr(asked, f"sample_{part}"))]
    return chosen[:: _step(len(chosen), asked.sample)]


def _drawn(chosen: Sequence[tuple[Paper, str]]) -> Iterator[tuple[Paper, str, Path]]:
    """All are drawn before the first is read, so that what drawing takes is not counted as reading."""
    for number, (paper, look) in enumerate(chosen, 1):
        yield paper, look, drawn(paper, look)
        if number % DRAWN_AT_ONCE == 0 or number == len(chosen):
            print(f"drawn {number} of {len(chosen)}", file=sys.stderr)


def _step(there: int, wanted: int | None) -> int:
    return max(1, -(-there // wanted)) if wanted else 1


def _told(paper: Paper, look: str, file: Path) -> Read:
    done = read(paper, look, file)
    hidden = paper.part == "heldout"
    print(f"{look:6}{done.seconds:6.1f} s  {'held out' if hidden else file.name}  {done.trouble}", file=sys.stderr)
    return done


def _circumstances(arguments: list[str]) -> dict[str, Any]:
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "python": sys.version.split()[0],
        "processors": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1),
        "asked": " ".join(arguments),
    }
