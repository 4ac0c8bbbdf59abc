"""The blocks a page is made of: headings, paragraphs, tables and lists, as plain documents for the typesetter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from recert.packet import names
from recert.packet.said import Said, Say, told
from recert.rules.edition import Citation
from recert.rules.wording import N_

Block = dict[str, Any]
Cell = list[Block]
"""Lines of words; each may stand out and may lead to an address."""

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
DAY = N_("%(month)s %(day)s, %(year)s")


def capital(text: str) -> str:
    """With a capital letter first, as a label begins."""
    return text[:1].upper() + text[1:]


def words(text: str, look: str = "", link: str = "", lang: str = "") -> Block:
    """Words of one line, in a language of their own if one is named; only an address of the web may be followed."""
    address = link if link.startswith(("https://", "http://")) else ""
    return {"text": text, "look": look, "link": address, "lang": lang}


def in_english(said: Said, say: Say) -> list[Block]:
    """A sentence for somebody who reads English, and below it what it says where the reader has another language."""
    english, own = told(said, str), told(said, say)
    return [words(english, lang="en"), *([words(own, "small")] if own != english else [])]


def cell(*lines: str | Block) -> Cell:
    return [line if isinstance(line, dict) else words(line) for line in lines if line]


def heading(text: str, level: int = 2) -> Block:
    return {"sort": "heading", "text": text, "level": level}


def paragraph(*lines: str | Block) -> Block:
    return {"sort": "text", "lines": cell(*lines)}


def box(*lines: str | Block) -> Block:
    return {"sort": "box", "lines": cell(*lines)}


def listed(items: Iterable[Cell]) -> Block:
    return {"sort": "list", "items": list(items)}


def steps(items: Iterable[Cell]) -> Block:
    return {"sort": "steps", "items": list(items)}


def pair(label: str, *lines: str | Block) -> Block:
    return {"label": label, "value": cell(*lines)}


def pairs(*rows: Block) -> Block:
    return {"sort": "pairs", "rows": [row for row in rows if row["value"]]}


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]], *, columns: Sequence[float], size: float = 9) -> Block:
    """A table; a column of 0 is as wide as it must be, the others share what is left."""
    return {
        "sort": "table",
        "head": list(head),
        "rows": [[{"cell": each} for each in row] for row in rows],
        "columns": list(columns),
        "size": size,
    }


def section(title: str, blocks: Sequence[Block], *, wide: bool = False) -> Block:
    return {"title": title, "blocks": list(blocks), "wide": wide}


def day(when: date, say: Say) -> str:
    """A day as people read it.

    >>> day(date(2026, 11, 30), str)
    'November 30, 2026'
    """
    month = MONTHS[when.month - 1]
    named = say(month)
    # Spanish writes months small inside a date, wherever else their names may stand large.
    return say(DAY) % {
        "month": month if named == month else named.lower(),
        "day": str(when.day),
        "year": str(when.year),
    }


def cited(citation: Citation, say: Say) -> list[Block]:
    """A rule and where it was read: title, address and day; how sure we are where that is less than certain."""
    source = citation.source
    publisher = f"{source.publisher}: " if source.publisher else ""
    read = say(N_("%(title)s, read on %(day)s")) % {
        "title": f"{publisher}{source.title}",
        "day": source.read_on.isoformat(),
    }
    doubt = names.CONFIDENCE[citation.confidence]
    return [
        words(say(citation.says)),
        words(read, "small"),
        words(source.href, "small", source.href),
        *([words(say(doubt), "small")] if doubt else []),
    ]
