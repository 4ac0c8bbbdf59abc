"""What a packet is made of, as values: its lines, the pictures of its papers, what is missing, how it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from recert.rules.edition import Rulebook
from recert.rules.transcript import Activity
from recert.rules.verdict import Outcome, Verdict

Mark = Literal["on_transcript", "card", "not_needed", "attached", "missing", "kept"]
"""On the official transcript · a CPR card to upload there · over the cap · proof in this packet · proof not there yet ·
proof that is asked for only in an audit."""

STILL_COUNTABLE = frozenset({"over_cap", "no_category"})
"""Reasons that leave an activity countable: it only counts in part, in no category, or not this time."""
Purpose = Literal["application", "audit"]
"""An application leaves out what the certifier has anyway; an answer to an audit shows every paper on file."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One page of a paper as it is printed: an upright JPEG, its size in dots, and where it came from."""

    jpeg: bytes
    width: int
    height: int
    file: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Papers:
    """What is on file for one activity: pages of its certificate, and its course description in pages or in words."""

    certificate: tuple[Picture, ...] = ()
    description: tuple[Picture, ...] = ()
    description_text: str = ""
    shows_name: bool | None = None
    """Whether the certificate shows the holder's name; None where nobody has looked."""

    @property
    def described(self) -> bool:
        return bool(self.description or self.description_text.strip())


NO_PAPERS = Papers()


@dataclass(frozen=True, slots=True)
class Split:
    """What counts in one category (None: in no category), in hundredths, and its minutes where they are known."""

    category: str | None
    points: int
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PacketLine:
    """One countable activity: its number in the packet, what counts of it and where, and what is sent for it."""

    number: int
    activity: Activity
    outcome: Outcome
    mark: Mark
    split: tuple[Split, ...]
    papers: Papers = NO_PAPERS
    spare: bool = False
    """It counts, but the standing is the same without it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LeftOut:
    """An activity that does not count at all, with its reasons in `outcome`."""

    activity: Activity
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Packet:
    """All that one application says: the standing it rests on, its lines in order, and the papers that go with it."""

    book: Rulebook
    verdict: Verdict
    holder: str
    lines: tuple[PacketLine, ...]
    left_out: tuple[LeftOut, ...]
    purpose: Purpose = "application"

    @property
    def missing(self) -> tuple[PacketLine, ...]:
        """The lines whose proof is still to come."""
        return tuple(line for line in self.lines if line.mark == "missing")

    @property
    def done_by(self) -> date | None:
        """The day on which the last of what counts is done; None where none of it is still to come."""
        last = max((line.activity.earned_on for line in self.lines if line.outcome.counted), default=None)
        return last if last and last > self.verdict.as_of else None

    @property
    def is_ready(self) -> bool | None:
        """Whether it could be sent today: no certifier counts what is still to come."""
        return False if self.verdict.met and self.done_by else self.verdict.met


def is_countable(outcome: Outcome) -> bool:
    """Whether an activity may count at all, even where a cap leaves nothing of it."""
    return outcome.points > 0 and all(reason.code in STILL_COUNTABLE for reason in outcome.reasons)
