"""Read one written value as exactly the kind of value its field holds: text, whole number, points, day, yes or no."""

from __future__ import annotations

import re
from datetime import date

import yaml

from recert.rulebooks.nodes import YES_OR_NO, RulebookWrong, line_of, shown
from recert.rules.points import hundredths

WHOLE = re.compile(r"0|[1-9][0-9]*")
DECIMAL = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]{1,2})?")
ONLY_NUMBERS = re.compile(r"[-+]?[0-9._:,eE]+|\d{4}-\d{2}-\d{2}|~")


def written(node: yaml.Node, file: str, what: str, wanted: str) -> tuple[str, bool]:
    """The text at a node, and whether it stands in quotes."""
    if not isinstance(node, yaml.ScalarNode) or node.tag:
        raise RulebookWrong(
            file, line_of(node), (f"found {shown(node)} for {what}", f"{wanted}", "write it as one value")
        )
    return str(node.value), bool(node.style)


def is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value == "null"


def text(node: yaml.Node, file: str, what: str) -> str:
    """Words; unquoted ones that YAML takes for a number, a day, a yes or a no are refused."""
    value, quoted = written(node, file, what, "text")
    if not quoted and (value.lower() in YES_OR_NO or value == "null" or ONLY_NUMBERS.fullmatch(value)):
        says = (
            f"found {value} without quotes for {what}",
            "text, and YAML reads this as something else",
            f"write '{value}'",
        )
        raise RulebookWrong(file, line_of(node), says)
    if not value.strip():
        raise RulebookWrong(
            file, line_of(node), (f"found nothing for {what}", "text", "write it, or leave the key out")
        )
    return " ".join(value.split())


def whole(node: yaml.Node, file: str, what: str) -> int:
    value, quoted = written(node, file, what, "a whole number")
    if quoted or not WHOLE.fullmatch(value):
        says = (f"found {shown(node)} for {what}", "a whole number", "write digits alone, without quotes or a point")
        raise RulebookWrong(file, line_of(node), says)
    return int(value)


def points(node: yaml.Node, file: str, what: str) -> int:
    """Points in hundredths: whole ones as digits, parts of one in quotes, so that no float is ever read."""
    value, quoted = written(node, file, what, "points")
    if not quoted and "." in value:
        says = (
            f"found {value} for {what}",
            "exact points, and YAML reads this as a float",
            f"write '{value}' in quotes",
        )
        raise RulebookWrong(file, line_of(node), says)
    if not (DECIMAL if quoted else WHOLE).fullmatch(value):
        says = (f"found {shown(node)} for {what}", "points", "write 30, or '7.5' in quotes with at most two decimals")
        raise RulebookWrong(file, line_of(node), says)
    return hundredths(value)


def yes_or_no(node: yaml.Node, file: str, what: str) -> bool:
    value, quoted = written(node, file, what, "true or false")
    if quoted or value not in {"true", "false"}:
        says = (f"found {shown(node)} for {what}", "true or false", "write one of the two, without quotes")
        raise RulebookWrong(file, line_of(node), says)
    return value == "true"


def day(node: yaml.Node, file: str, what: str) -> date:
    value, _ = written(node, file, what, "a day")
    try:
        if len(value) != len("2020-01-01"):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError:
        says = (f"found {shown(node)} for {what}", "a day", "write it like 2020-01-31")
        raise RulebookWrong(file, line_of(node), says) from None
