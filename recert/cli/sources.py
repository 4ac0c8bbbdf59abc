"""Number the sources an answer rests on, and list them once at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from recert.cli.page import Page
from recert.cli.words import CONFIDENCE


@dataclass(slots=True)
class Sources:
    """The sources cited so far, each under one number, and how sure we said we are."""

    cited: dict[tuple[str, str], tuple[int, Mapping[str, Any]]] = field(default_factory=dict)
    doubts: dict[str, None] = field(default_factory=dict)

    def mark(self, cited: Mapping[str, Any]) -> str:
        """Mark what carries `source` and `confidence`: [3] for a confirmed number, [3, copied] for another.

        >>> Sources().mark({})
        ''
        """
        source = cited.get("source")
        if not source:
            return ""
        number, _ = self.cited.setdefault((source["title"], source["href"]), (len(self.cited) + 1, source))
        confidence = cited["confidence"]
        self.doubts[confidence] = None
        return f"[{number}]" if confidence == "confirmed" else f"[{number}, {confidence}]"

    def print_on(self, page: Page) -> None:
        if not self.cited:
            return
        page.title("Sources")
        for number, source in self.cited.values():
            publisher = f"{source['publisher']}: " if source["publisher"] else ""
            dated = f" ({source['dated']})" if source["dated"] else ""
            page.say(
                f"[{number}] {publisher}{source['title']}{dated}, read on {source['read_on']}", indent=2, hanging=4
            )
            page.say(source["href"], indent=6)
        page.gap()
        for confidence in self.doubts:
            page.say(f"{confidence}: {CONFIDENCE[confidence]}", indent=2)
