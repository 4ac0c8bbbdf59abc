"""What states ask of medical assistants: their own documents, because a state's law is no certifier's rulebook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from recert.rulebooks import checks
from recert.rulebooks.nodes import compose, pairs
from recert.rulebooks.reader import read_sources
from recert.rulebooks.shapes import Reading, fill
from recert.rules.edition import Citation, Fact

DATA = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFact:
    """What one state asks: a credential of its own, continuing education, and numbers worth knowing."""

    state: str
    name: str
    credential: Literal["required", "not_required", "unknown"]
    """A credential of the state, besides the certifier's."""
    credential_cited: Citation
    ce: Literal["required", "none", "through_certifier", "unknown"]
    """Continuing education asked by the state itself."""
    ce_cited: Citation
    facts: tuple[Fact, ...] = ()


@cache
def all_states() -> tuple[StateFact, ...]:
    """Every state we know something about, or know that we do not, by name."""
    read = [read_state(file.read_text(encoding="utf-8"), file.name) for file in DATA.glob("*.yaml")]
    return tuple(sorted(read, key=lambda each: each.name))


def read_state(text: str, name: str) -> StateFact:
    """Read one state's file.

    :raises RulebookWrong: names the file, the line, what was found and wanted, and what to do.
    """
    root = compose(text, name)
    given = pairs(root, name, "the state")
    reading = Reading(name)
    reading.sources = read_sources(reading, given.pop("sources", None), may_lack_address=True)
    state = fill(reading, root, StateFact, given)
    for fact in state.facts:
        checks.fact(reading, fact)
    checks.all_cited(reading)
    return state
