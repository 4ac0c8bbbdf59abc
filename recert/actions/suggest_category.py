"""Which category a course speaks of, by its title first and then by its paper."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from recert.topics.outline import outline
from recert.topics.suggest import Suggestion, suggest


def suggest_category(texts: Iterable[str], *, asked: Collection[str]) -> tuple[Suggestion, ...]:
    """What the first text that says anything speaks of, among the categories that are asked for.

    >>> [each.category for each in suggest_category(["", "Phlebotomy"], asked={"clinical"})]
    ['clinical']
    >>> suggest_category(["Phlebotomy"], asked={"general"})
    ()
    """
    behind = outline("aama")
    found = next((found for text in texts if (found := suggest(text, behind))), ()) if asked else ()
    return tuple(each for each in found if each.category in asked)


def only_one(suggestions: Sequence[Suggestion]) -> str:
    """The one category that everything speaks for, or nothing."""
    clear = [each.category for each in suggestions if not each.disputed]
    return clear[0] if len(clear) == 1 == len(suggestions) else ""
