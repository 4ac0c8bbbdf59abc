"""How one applies to each certifier, what papers go with it and where it is sent, with what nobody could find out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from recert.rulebooks import checks
from recert.rulebooks.nodes import compose, pairs
from recert.rulebooks.reader import read_sources
from recert.rulebooks.shapes import Reading, fill
from recert.rules.edition import Citation

DATA = Path(__file__).parent
How = Literal["online", "mail", "email", "telephone", "exam"]
WAYS: tuple[How, ...] = ("online", "mail", "email", "telephone", "exam")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Way:
    """One way to apply. `offered` is None where nobody could say; an empty address, number or link is not known."""

    how: How
    offered: bool | None
    cited: Citation
    all_approved_only: bool = False
    """Only for those whose points all stand on the certifier's own transcript."""
    routes: tuple[str, ...] = ()
    """The routes of the edition whose processing times hold for it."""
    steps: tuple[Citation, ...] = ()
    link: str = ""
    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    fees: tuple[str, ...] = ()
    """Facts of the edition that say what it costs."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Application:
    """How one applies to a certifier."""

    certifier: str
    papers: Literal["with_application", "only_when_asked", "unknown"]
    """When the certifier wants to see proof."""
    papers_cited: Citation
    form: tuple[str, ...]
    """What is asked of each activity, in the certifier's own order as far as it is published: columns of a transcript."""
    form_cited: Citation
    transcript: Citation | None = None
    """The certifier's own transcript, where what it approved stands by itself."""
    ways: tuple[Way, ...]

    def way(self, how: How) -> Way | None:
        return next((way for way in self.ways if way.how == how), None)


@cache
def application_of(certifier: str) -> Application | None:
    """How one applies to a certifier, by its id; None where nothing is known of it.

    >>> application_of("aama").way("telephone").phone
    '800/228-2262'
    """
    file = DATA / f"{certifier}.yaml"
    if not (certifier.isalnum() and file.is_file()):
        return None
    return read_application(file.read_text(encoding="utf-8"), file.name)


def read_application(text: str, name: str) -> Application:
    """Read one certifier's file.

    :raises RulebookWrong: names the file, the line, what was found and wanted, and what to do.
    """
    root = compose(text, name)
    given = pairs(root, name, "the application")
    reading = Reading(name)
    reading.sources = read_sources(reading, given.pop("sources", None))
    read = fill(reading, root, Application, given)
    _each_way_once(reading, read)
    checks.all_cited(reading)
    return read


def _each_way_once(reading: Reading, read: Application) -> None:
    ways = [way.how for way in read.ways]
    if sorted(ways) != sorted(WAYS):
        says = (
            f"found the ways {', '.join(ways)}",
            f"each of {', '.join(WAYS)} once",
            "write offered: null if unknown",
        )
        raise reading.wrong_value(read, says)
    for way in read.ways:
        if way.offered is None and way.cited.confidence != "unknown":
            says = ("offered is null", "confidence: unknown", "say whether it is offered, or that nobody knows")
            raise reading.wrong_value(way, says)
