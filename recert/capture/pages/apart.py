"""Have strangers' papers drawn in processes of their own, and collect their pages in order."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import IO

from recert.capture.pages.draw import Drawn

CHILDREN = 2
TOO_MUCH_WORK = "a paper that needs too much time or memory"


@dataclass(frozen=True, slots=True)
class Paged:
    """The pages of one paper; `trouble` says why there are none, or not all."""

    path: Path
    pages: tuple[Drawn, ...]
    trouble: str = ""


def pages_apart(paths: Sequence[Path]) -> list[Paged]:
    """The pages of papers, in order; a paper that ends its child costs only itself."""
    if len(paths) < 2 * CHILDREN:
        return _drawn(paths)
    with ThreadPoolExecutor(CHILDREN) as pool:
        hands = list(pool.map(_drawn, [paths[start::CHILDREN] for start in range(CHILDREN)]))
    return [paged for paged in chain.from_iterable(zip_longest(*hands)) if paged is not None]


def _drawn(paths: Sequence[Path]) -> list[Paged]:
    done: list[Paged] = []
    while len(done) < len(paths):
        left = paths[len(done) :]
        done += _by_one_child(left)
        if len(done) < len(paths):
            done.append(Paged(paths[len(done)], (), TOO_MUCH_WORK))
    return done


def _by_one_child(paths: Sequence[Path]) -> list[Paged]:
    """What one child draws before it is done, or dead."""
    command = [sys.executable, "-m", "recert.capture.pages.child"]
    question = json.dumps([str(path.resolve()) for path in paths]).encode()
    with subprocess.Popen(  # noqa: S603 - our own module, no shell, nothing of the files in the command
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    ) as child:
        if child.stdin is None or child.stdout is None:
            return []
        child.stdin.write(question)
        child.stdin.close()
        return list(_answers(child.stdout, paths))


def _answers(stream: IO[bytes], paths: Sequence[Path]) -> Iterator[Paged]:
    for path in paths:
        paged = _answer(stream, path)
        if paged is None:
            return
        yield paged


def _answer(stream: IO[bytes], path: Path) -> Paged | None:
    pages: list[Drawn] = []
    while line := stream.readline():
        told = json.loads(line)
        if "size" not in told:
            return Paged(path, tuple(pages), told["trouble"])
        jpeg = stream.read(told["size"])
        if len(jpeg) < told["size"]:
            return None
        pages.append(Drawn(jpeg, told["width"], told["height"]))
    return None
