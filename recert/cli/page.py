"""Lay out an answer for a terminal of any width, encoding and taste."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

import click

NARROWEST, WIDEST = 60, 100
LONGEST_BAR = 20
FALLBACKS = str.maketrans({
    "█": "#", "░": ".", "▌": "#", "–": "-", "—": "-", "·": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...",
    "→": "->", "×": "x", "\u00a0": " ",
})  # fmt: skip


@dataclass(slots=True)
class Page:
    """Lines to be printed at once; `colour` and `plain` follow the terminal."""

    width: int = 80
    colour: bool = False
    plain: bool = False
    lines: list[str] = field(default_factory=list)

    def title(self, text: str) -> None:
        self.gap()
        self.say(text, bold=True)

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def say(self, text: str, *, indent: int = 0, hanging: int = 0, fg: str | None = None, bold: bool = False) -> None:
        """Say one paragraph, wrapped; an address longer than a line is left whole."""
        wrapped = textwrap.wrap(
            text,
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hanging),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in wrapped or [""]:
            self.lines.append(click.style(line, fg=fg, bold=bold) if self.colour and (fg or bold) else line)

    def columns(self, rows: Sequence[Sequence[str]], *, indent: int = 2) -> None:
        """Rows of short texts under one another; the last column wraps."""
        widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)][:-1]
        before = indent + sum(width + 2 for width in widths)
        for *cells, last in rows:
            lead = " " * indent + "".join(f"{cell:<{width}}  " for cell, width in zip(cells, widths, strict=True))
            first, *rest = textwrap.wrap(
                last, max(20, self.width - before), break_long_words=False, break_on_hyphens=False
            ) or [""]
            self.lines.append((lead + first).rstrip())
            self.lines += [" " * before + line for line in rest]

    def bar(self, earned: int, needed: int | None) -> str:
        """Draw how much of what is needed is there.

        >>> Page(width=40).bar(30, 60)
        '█████░░░░░'
        """
        whole = min(LONGEST_BAR, self.width // 4)
        if needed is None:
            return "?" * whole
        filled = whole if earned >= needed else min(whole - 1, earned * whole // needed)
        return "█" * filled + "░" * (whole - filled)

    def print(self) -> None:
        text = "\n".join(self.lines) + "\n"
        write(text.translate(FALLBACKS) if self.plain else text)


def page_for_terminal() -> Page:
    """A page that suits where it is shown: NO_COLOR, a pipe, a narrow window, an old encoding."""
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns
    return Page(
        width=max(NARROWEST, min(WIDEST, width)), colour=coloured, plain=not _shows("█░–“”…", sys.stdout.encoding)
    )


def print_json(document: object) -> None:
    """Print one JSON document; signs the encoding lacks are escaped."""
    write(json.dumps(document, indent=2, ensure_ascii=not _shows("é█", sys.stdout.encoding)) + "\n")


def write(text: str) -> None:
    """Write to standard output; a reader that has seen enough (`| head`) changes no answer.

    :raises click.ClickException: when it cannot be written, as on a full disk.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise click.ClickException(f"the answer could not be written: {error.strerror}.") from None


def _shows(signs: str, encoding: str | None) -> bool:
    return (encoding or "ascii").lower().replace("-", "") == "utf8" or _can_encode(signs, encoding or "ascii")


def _can_encode(signs: str, encoding: str) -> bool:
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
