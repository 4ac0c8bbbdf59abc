"""Our own words for what the rules name by a short id, as a reader would say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

CONFIDENCE = {
    "confirmed": "read on the certifier's own page",
    "copied": "read in the certifier's document on another site",
    "reported": "told by others, not by the certifier",
    "conflicting": "the sources disagree: ask your certifier",
    "unknown": "nobody could confirm it: ask your certifier",
}
ROUTES = {
    "all_approved": "With all credit approved",
    "online": "Online, with other credit",
    "expedited": "Expedited, with other credit",
    "mail": "By mail",
    "review": "With review",
    "exam": "By exam",
}
ENDS = {
    "month_end": "to the end of the month",
    "same_day": "to the same day",
    "printed": "to the day the certifier prints",
}


def plain(name: str) -> str:
    """Write an id as words.

    >>> plain("unit:cme"), plain("kind:employment_until"), plain("fee_exam_member")
    ('one cme', 'kind: employment until', 'fee exam member')
    """
    return name.replace("unit:", "one ").replace("_", " ").replace(":", ": ").replace("@", " for ").replace("+", ", ")


def points(text: str, called: str = "points") -> str:
    """An amount of points, one of them in the singular.

    >>> points("1"), points("1.5"), points("12", "CE credits")
    ('1 point', '1.5 points', '12 CE credits')
    """
    return f"{text} {called.removesuffix('s') if text == '1' else called}"


def spread(whole: str, categories: Mapping[str, str]) -> str:
    """Over which categories points are spread, to be said after their sum.

    >>> spread("2", {"clinical": "2"}), spread("3", {"clinical": "2", "general": "1"})
    (', clinical', ': 2 clinical, 1 general')
    """
    if list(categories.values()) == [whole]:
        return f", {plain(*categories)}"
    return ": " + ", ".join(f"{amount} {plain(name)}" for name, amount in categories.items()) if categories else ""


def apply_text(apply_by: str, pass_by: str | None) -> str:
    """The latest safe days of one route. Nobody passes before applying: the earlier day is the one that binds.

    >>> apply_text("2026-10-31", "2026-09-30"), apply_text("2026-10-31", None)
    ('pass by 2026-09-30, so apply well before', 'apply by 2026-10-31')
    """
    if pass_by and pass_by < apply_by:
        return f"pass by {pass_by}, so apply well before"
    return f"apply by {apply_by}, pass by {pass_by}" if pass_by else f"apply by {apply_by}"


def applying_text(way: Mapping[str, Any], today: str) -> str:
    """By which way, and up to which day, a plan's steps are in time; and by which other way they need not be."""
    if way["route"] is None:
        return f"The days fit the end of the cycle, {way['apply_by']}: no earlier day to apply by is published."
    route, day, slower = _by_route(way["route"]), way["apply_by"], way["slower"]
    if day < today:
        return f"The last safe day to apply {route}, {day}, has passed: finish as soon as you can."
    told = f"The days fit applying {route}, by {day}."
    if slower and slower["apply_by"] >= today:
        return f"{told} To apply {_by_route(slower)} you must apply by {slower['apply_by']}."
    return told


def _by_route(safe: Mapping[str, Any]) -> str:
    name = ROUTES.get(safe["route"], plain(safe["route"]))
    return f"{name[:1].lower()}{name[1:]}"


def strange_category(name: str, known: Sequence[str], whose: Sequence[str]) -> str:
    """Point at a category that no credential asked about has, which may only be misspelled.

    >>> strange_category("cooking", ["clinical", "general"], ["CMA (AAMA)"])
    '“cooking”, which CMA (AAMA) does not have. It has clinical and general.'
    """
    one = len(whose) == 1
    near = get_close_matches(name, known, 1)
    have = f"{'It has' if one else 'They have'} {listed(list(known))}."
    meant = f"Did you mean {near[0]}?" if near else have
    return f"“{name}”, which {listed(list(whose))} {'does' if one else 'do'} not have. {meant}"


def listed(names: list[str]) -> str:
    """Join names as a sentence does.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
