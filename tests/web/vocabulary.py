"""Hold linked data to schema.org's vocabulary: a package that is not ours carries it, a reader that is not ours expands it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from pyld import jsonld
from schema_org import registry

SPACE = "https://schema.org/"
LENGTH = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?)?")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
Node = dict[str, Any]


def faults(document: Node) -> list[str]:
    """What of it is no term of the vocabulary, stands where it may not, or has a value of another kind."""
    (thing,) = jsonld.expand(document, {"documentLoader": _context})
    return list(_faults(thing))


def _context(address: str, options: object) -> Node:
    """The one thing schema.org's own context says that matters here; nothing is fetched."""
    assert address.rstrip("/") == SPACE.rstrip("/")
    said = {"@context": {"@vocab": SPACE}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": said}


def _faults(node: Node) -> Iterator[str]:
    (stated,) = node.get("@type", ["no type"])
    kind = stated.removeprefix(SPACE)
    if kind not in registry.CLASS_METADATA or registry.CLASS_METADATA[kind].superseded_by:
        yield f"{kind} is no type in use"
        return
    lines = {kind, *registry.ancestry(kind)}
    for address, values in node.items():
        if not address.startswith("@"):
            yield from _misplaced(kind, lines, address.removeprefix(SPACE), values)


def _misplaced(kind: str, lines: set[str], name: str, values: list[Node]) -> Iterator[str]:
    known = registry.PROPERTY_BY_SCHEMA.get(name)
    if known is None or known.superseded_by:
        yield f"{name} is no property in use"
        return
    if not lines.intersection(known.domains):
        yield f"{name} is no property of {kind}"
    for value in values:
        if not _fits(value, known.ranges):
            yield f"{name} of {kind} is {value}, wanted one of {', '.join(known.ranges)}"
        if "@type" in value and "@value" not in value:
            yield from _faults(value)


def _fits(value: Node, ranges: tuple[str, ...]) -> bool:
    if "@value" not in value:
        kinds = {each.removeprefix(SPACE) for each in value.get("@type", [])}
        inherited = {line for kind in kinds if kind in registry.CLASS_METADATA for line in registry.ancestry(kind)}
        return bool((kinds | inherited).intersection(ranges)) or not kinds
    return any(_is(value["@value"], wanted) for wanted in ranges)


def _is(said: object, wanted: str) -> bool:
    if isinstance(said, bool):
        return wanted == "Boolean"
    if isinstance(said, int | float):
        return wanted == "Number" or (wanted == "Integer" and isinstance(said, int))
    text = str(said)
    if not text.strip():
        return False
    if wanted in registry.ENUM_MEMBERS:
        return text.removeprefix(SPACE) in registry.ENUM_MEMBERS[wanted]
    return {
        "Text": True,
        "URL": text.startswith(("https://", "http://")),
        "Number": bool(NUMBER.fullmatch(text)),
        "Duration": bool(LENGTH.fullmatch(text)),
        "Date": _read(date, text),
        "DateTime": "T" in text and _read(datetime, text),
    }.get(wanted, False)


def _read(kind: type[date], text: str) -> bool:
    try:
        return bool(kind.fromisoformat(text))
    except ValueError:
        return False
