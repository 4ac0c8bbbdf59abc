"""Say in one sentence what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recert.cli.words import listed, plain, points


def headline(met: bool | None) -> str:
    return {True: "Ready.", False: "Not ready yet.", None: "Nobody can say yet."}[met]


def missing(document: Mapping[str, Any], *, certifier: str) -> str:
    """The gap of a `standing` document in one sentence.

    >>> missing({"met": False, "gap": {"points": "12", "needs": [{"about": "clinical", "points": "6"},
    ...     {"about": "approved", "points": "10"}]}}, certifier="AAMA")
    'You still need 12 points: at least 6 clinical, and 10 of the points you earn must be approved by AAMA.'
    """
    if document["met"]:
        return "Every published requirement is met."
    needed, needs = document["gap"]["points"], document["gap"]["needs"]
    unknown = [plain(finding["about"]) for finding in document.get("findings", ()) if finding["needed"] is None]
    asked = (
        f"Nobody could confirm how many points are needed for {listed(unknown)}: ask {certifier}." if unknown else ""
    )
    if needed == "0":
        return asked or "Ask your certifier."
    return f"You still need {_kinds(needed, needs, certifier)}. {asked}".rstrip()


def _kinds(needed: str, needs: list[Mapping[str, str]], certifier: str) -> str:
    approved = next((need["points"] for need in needs if need["about"] == "approved"), None)
    narrow = [need for need in needs if need["about"] not in ("approved", "total")]
    if len(narrow) == 1 and narrow[0]["points"] == needed:
        lead = points(needed, f"{plain(narrow[0]['about'])} points")
    elif narrow:
        lead = f"{points(needed)}: at least {listed([_each(need) for need in narrow])}"
    else:
        lead = points(needed)
    return lead + _approved(needed, approved, certifier)


def _each(need: Mapping[str, str]) -> str:
    return f"{need['points']} {plain(need['about'])}"


def _approved(needed: str, approved: str | None, certifier: str) -> str:
    if approved is None:
        return ""
    if approved == needed:
        return f", {'all ' if needed != '1' else ''}approved by {certifier}"
    return f", and {approved} of the points you earn must be approved by {certifier}"
