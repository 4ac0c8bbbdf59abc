"""Ids become plain numbers on the way out and ids again on the way in; whatever names a row follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

Rename = Callable[[str, str], str]
"""The other name of a row, by its table and the name it has."""


class Numbers:
    """One table's ids by number, in order; an id that no row has any more becomes a number below zero."""

    def __init__(self, ids: Iterable[int]) -> None:
        self._known = {pk: number for number, pk in enumerate(ids, start=1)}
        self._gone: dict[str, str] = {}

    def of(self, pk: int) -> int:
        return self._known[pk]

    def named(self, key: str) -> str:
        """As a document names it: a text."""
        known = self._known.get(int(key)) if key.isdecimal() else None
        return str(known) if known else self._gone.setdefault(key, str(-1 - len(self._gone)))


NAMES = ("id", "activity", "other")
"""Where a document names an activity: a row's own id, what a question is about, what an activity repeats."""
NUMBER = re.compile(r"-?\d{1,18}")
IN_TEXT = (
    (re.compile(r"(own-)(-?\d{1,18})"), "own_courses"),
    (re.compile(r"((?:deadline|proof|lapse|plan):)(-?\d{1,18})(:.*)?"), "holdings"),
    (re.compile(r"(search:)(-?\d{1,18})(:.*)?"), "saved_searches"),
    (re.compile(r"(application:)(-?\d{1,18})(:.*)?"), "applications"),
)
"""What an offer is called that the holder found, and a series of reminders."""


def renamed(document: Any, rename: Rename) -> Any:
    """A document with every row that it names under its other name.

    >>> renamed({"activities": [{"id": "7"}], "offer": "own-7"}, lambda table, key: f"1{key}")
    {'activities': [{'id': '17'}], 'offer': 'own-17'}
    """
    if isinstance(document, str):
        return _renamed_text(document, rename)
    if isinstance(document, list):
        return [renamed(entry, rename) for entry in document]
    if not isinstance(document, dict):
        return document
    changed = {_renamed_text(key, rename): _renamed_entry(key, value, rename) for key, value in document.items()}
    if "text" in document and "other" in (document.get("values") or {}):
        changed["text"] = changed["wording"] % changed["values"]
    return changed


def _renamed_entry(key: str, value: Any, rename: Rename) -> Any:
    if key in NAMES and isinstance(value, str) and NUMBER.fullmatch(value):
        return rename("activities", value)
    if key == "own" and isinstance(value, int):
        return int(rename("own_courses", str(value)))
    return renamed(value, rename)


def _renamed_text(text: str, rename: Rename) -> str:
    for pattern, table in IN_TEXT:
        if found := pattern.fullmatch(text):
            before, key, *after = found.groups()
            return before + rename(table, key) + "".join(filter(None, after))
    return text
