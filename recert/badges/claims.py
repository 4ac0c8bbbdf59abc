"""Read a credential's JSON without trusting it: every value may be missing, of another kind, or hostile."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from typing import Any

from recert.badges.badge import NotABadge
from recert.badges.sentences import NOT_JSON, OTHER_JSON, TOO_DEEP

Json = dict[str, Any]
DEEPEST = 64
LONGEST = 300
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def parsed(text: str, name: str) -> Json:
    """The JSON object in a text; numbers stay text, so that no amount is rounded.

    :raises NotABadge: when it is no object, or nested too deeply.
    """
    try:
        found = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except RecursionError:
        raise NotABadge(TOO_DEEP, file=name) from None
    except ValueError:
        raise NotABadge(NOT_JSON, file=name) from None
    if _deeper_than(found, DEEPEST):
        raise NotABadge(TOO_DEEP, file=name)
    if not isinstance(found, dict):
        raise NotABadge(OTHER_JSON, file=name)
    return found


def payload_of(token: str, name: str) -> Json:
    """What a JWT says, its signature unseen.

    :raises NotABadge: when its middle part is no JSON object.
    """
    return parsed(_decoded(token.split(".")[1], name), name)


def _decoded(part: str, name: str) -> str:
    try:
        return urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode("utf-8")
    except ValueError:
        raise NotABadge(NOT_JSON, file=name) from None


def inner(found: object, *path: str) -> Any:
    """The value at a path of members; where a list stands, its first element. None when there is no such value."""
    for step in path:
        found = first(found)
        found = found.get(step) if isinstance(found, dict) else None
    return first(found)


def first(found: object) -> object:
    return (found[0] if found else None) if isinstance(found, list) else found


def text_of(found: object) -> str:
    """A value as one short line of text; "" where it is none."""
    line = " ".join(found.split()) if isinstance(found, str) else ""
    return "".join(sign for sign in line if sign.isprintable())[:LONGEST]


def day_of(found: object) -> str:
    """The day of a moment as ISO text; "" where there is none.

    >>> day_of("2025-03-14T23:00:00Z"), day_of("soon")
    ('2025-03-14', '')
    """
    seen = DAY.match(text_of(found))
    return seen[0] if seen and "01" <= seen[2] <= "12" and "01" <= seen[3] <= "31" else ""


def types_of(found: Json) -> set[str]:
    """The types a node names, without their prefixes."""
    said = found.get("type", found.get("@type"))
    return {text_of(one).rpartition(":")[2] for one in (said if isinstance(said, list) else [said])}


def _deeper_than(found: object, most: int) -> bool:
    level: list[object] = [found]
    for _ in range(most):
        level = [one for node in level for one in _children(node)]
        if not level:
            return False
    return True


def _children(node: object) -> list[object]:
    if isinstance(node, dict):
        return list(node.values())
    return node if isinstance(node, list) else []
