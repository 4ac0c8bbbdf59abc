"""What `evaluate` answers: findings, gap, what became of every activity, questions and dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from recert.rules.edition import Citation, Edition

ReasonCode = Literal[
    "outside_cycle", "too_short", "kind_not_accepted", "duplicate", "not_relevant",
    "unit_ambiguous", "conversion_unknown", "over_cap", "no_category",
]  # fmt: skip
Method = Literal["closed form", "solver"]


@dataclass(frozen=True, slots=True)
class Span:
    """The days of one cycle, both included."""

    starts: date
    ends: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How one requirement stands, in hundredths; `needed`, `short` and `met` are None where the number is unknown."""

    about: str
    needed: int | None
    earned: int
    short: int | None
    met: bool | None
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an activity does not count, or not in full. `wording` is a template over `values`, ready to translate."""

    code: ReasonCode
    wording: str
    values: Mapping[str, str] = field(default_factory=dict)
    cited: Citation | None = None

    @property
    def text(self) -> str:
        return self.wording % self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something only the holder, or the certifier, can answer; `activity` is None when it is about the whole."""

    code: str
    wording: str
    values: Mapping[str, str] = field(default_factory=dict)
    activity: str | None = None
    cited: Citation | None = None

    @property
    def text(self) -> str:
        return self.wording % self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one activity: its points, how many count, in which categories, and why not more."""

    id: str
    points: int
    counted: int
    counted_as: Mapping[str, int]
    reasons: tuple[Reason, ...]
    approved: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """Points of one kind that are still missing; needs overlap and are never summed."""

    about: str
    points: int


@dataclass(frozen=True, slots=True)
class Gap:
    """The fewest further points, of the best kind, that would meet everything known."""

    points: int
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeDay:
    """The latest safe day to apply by one route."""

    route: str
    apply_by: date
    wording: str
    values: Mapping[str, str] = field(default_factory=dict)
    cited: Citation
    pass_by: date | None = None
    """Exam only: the day to have passed by."""

    @property
    def why(self) -> str:
        return self.wording % self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """What the calendar asks; `ce_route_closes_on` is None where nobody knows."""

    expires_on: date
    ce_route_closes_on: date | None
    lapse: Citation | None
    latest_safe: tuple[SafeDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All findings of one transcript under one edition. `met` is None when only an unknown number stands in the way."""

    edition: Edition
    as_of: date
    cycle: Span
    first_cycle: bool
    met: bool | None
    findings: tuple[Finding, ...]
    gap: Gap
    activities: tuple[Outcome, ...]
    questions: tuple[Question, ...]
    dates: Dates
    method: Method
    """How the best allocation was found."""
