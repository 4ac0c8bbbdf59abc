"""The outline lines a suggestion may rest on: what each covers, the words that name it, and how sure we are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

CONFIDENCES = ("confirmed", "copied", "reported")


class OutlineWrong(ValueError):
    """A line of an outline file lacks something, or claims a confidence that may not be shipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineLine:
    """One topic of a category. `also`: the other categories people argue for; empty where nobody does."""

    category: str
    says: str
    words: tuple[str, ...]
    confidence: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One certifier's topics, and where they were read."""

    title: str
    href: str
    dated: str
    lines: tuple[OutlineLine, ...]


@cache
def outline(certifier: str) -> Outline:
    """The outline shipped for a certifier (`aama`).

    :raises FileNotFoundError: when none is shipped.
    """
    name = f"{certifier}.yaml"
    return read_outline(files("recert.topics").joinpath("data", name).read_text(encoding="utf-8"), name)


def read_outline(text: str, name: str) -> Outline:
    """Read an outline file.

    :raises OutlineWrong: naming the line that is wrong.
    """
    document = yaml.safe_load(text)
    lines = tuple(_line(raw, f"{name}, line {n} of the outline") for n, raw in enumerate(document["lines"], 1))
    return Outline(title=document["title"], href=document["href"], dated=document["dated"], lines=lines)


def _line(raw: dict[str, object], where: str) -> OutlineLine:
    missing = [key for key in ("category", "says", "words", "confidence") if not raw.get(key)]
    if missing:
        raise OutlineWrong(f"{where} lacks {', '.join(missing)}; every topic says its category, words and confidence")
    known = ", ".join(CONFIDENCES)
    if raw["confidence"] not in CONFIDENCES:
        raise OutlineWrong(f"{where} has confidence {raw['confidence']!r}; only {known} may be shipped")
    return OutlineLine(
        category=str(raw["category"]),
        says=str(raw["says"]),
        words=_texts(raw["words"]),
        confidence=str(raw["confidence"]),
        also=_texts(raw.get("also")),
    )


def _texts(raw: object) -> tuple[str, ...]:
    return tuple(str(item) for item in raw) if isinstance(raw, list) else ()
