"""Hand each file to the reader as the web does, in its child process, and watch time and memory meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Self

import pypdfium2

from evaluation.truth import Paper
from recert.capture.certificates import CannotBeRead, read_apart, reading_document
from recert.capture.certificates.apart import memory_of

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Read:
    """One file as the reader saw it."""

    paper: Paper
    look: str
    file: Path
    pages: int
    seconds: float
    child_memory: int
    said: tuple[dict[str, Any], ...]
    trouble: str = ""


def read(paper: Paper, look: str, file: Path) -> Read:
    """The file read in a child process; what cannot be read says nothing."""
    said: list[dict[str, Any]] = []
    trouble, began = "", perf_counter()
    with Watch() as watch:
        try:
            said = reading_document(read_apart(file, file.name))
        except CannotBeRead as error:
            trouble = str(error)
    seconds = perf_counter() - began
    return Read(paper, look, file, _pages(file), seconds, watch.most, tuple(said), trouble)


def memory_here() -> int:
    """The bytes this process, which stands for the web, holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    return pages * os.sysconf("SC_PAGE_SIZE")


class Watch:
    """The most memory that the child processes held at one time, looked at fifty times a second."""

    def __init__(self, look: Callable[[], int] | None = None) -> None:
        self.most = 0
        self._look = look or _children
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            self.most = max(self.most, self._look())


def _children() -> int:
    return sum(memory_of(child) for child in _processes())


def _processes() -> Iterator[int]:
    for thread in Path("/proc/self/task").glob("*/children"):
        try:
            yield from (int(child) for child in thread.read_text().split())
        except OSError:
            continue


def _pages(file: Path) -> int:
    if file.suffix != ".pdf":
        return 1
    try:
        with pypdfium2.PdfDocument(file) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 1
