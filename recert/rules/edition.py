"""A rulebook's editions as values: what is asked, what is capped, what converts, each with its citation.

Each part is read once and is itself alone (`eq=False`): nothing compares them, and importing them stays quick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Confidence = Literal["confirmed", "copied", "reported", "conflicting", "unknown"]
"""From the certifier's own page · its document on another host · secondary sources · sources disagree · nobody knows."""

CycleEnd = Literal["month_end", "same_day", "printed"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Source:
    """Where a number was read: `dated` is what the page says of its own age, `read_on` the day it was read."""

    title: str
    href: str
    read_on: date
    publisher: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Citation:
    """Why a number may be believed: the clause in one plain sentence, its source, how sure, and rival claims."""

    says: str
    source: Source
    confidence: Confidence
    note: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Requirement:
    """One thing asked: about `total`, `approved` or a category. `needed` is None where nobody knows the number."""

    about: str
    needed: int | None
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Selector:
    """Which activities a cap holds: every condition that is given must hold."""

    approved: bool | None = None
    kinds: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    before_cycle: bool = False
    per_year: bool = False
    """A cap of its own for each calendar year of `earned_on`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cap:
    """At most so many points may count from the activities selected."""

    about: str
    at_most: int
    of: Selector
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Conversion:
    """Points (hundredths) for one of a unit; `kinds` empty means any kind; `asks` raises a question as well."""

    unit: str
    points: int | None
    cited: Citation
    kinds: frozenset[str] = frozenset()
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KindRule:
    """How one kind of activity is treated; kinds without a rule are accepted."""

    kind: str
    cited: Citation
    accepted: bool = True
    until: date | None = None
    """Accepted only when earned on or before this day."""
    unless_approved: bool = False
    """A refusal that does not touch activities approved by the required approver."""
    counts_in: str | None = None
    """The category this kind always counts in, whatever the row says."""
    approved: bool = False
    """Counts as approved whatever the row says."""
    only_units: frozenset[str] = frozenset()
    """Units whose conversion is known for this kind; any other unit has no known value. Empty: any."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Approver:
    """Whose approval the finding `approved` asks for, and which units carry that approval by themselves."""

    id: str
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MinimumLength:
    """Activities that are not approved must last at least this long."""

    minutes: int
    cited: Citation
    exempt_kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cycle:
    """How long a cycle is and how it ends; `printed`: the certifier's own date must be given."""

    months: int
    ends: CycleEnd
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PreEarned:
    """In a first cycle, activities of this many months before its start count too (their cap is a Cap)."""

    months: int
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Repeats:
    """A course (same title and provider) taken again does not count again, in the same cycle or ever."""

    within: Literal["cycle", "ever"]
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecurringTraining:
    """Trainings of one topic that count once in so many months, for the kinds named."""

    once_per_months: int
    topics: Mapping[str, tuple[str, ...]]
    """Topic → words that name it in a title, lower case."""
    kinds: frozenset[str]
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AlsoRequired:
    """Something asked besides points (a current CPR card, a signature); None where nobody knows whether it is."""

    about: str
    required: bool | None
    cited: Citation
    kinds: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    """An activity of these kinds, or with one of these words in its title, shows it."""
    valid_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lapse:
    """How long after expiry the continuing-education route stays open: the earliest of the readings given."""

    cited: Citation
    months: int | None = None
    month_end: bool = False
    days: int | None = None
    not_after: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Route:
    """A way to apply: the longest published processing time in days, counted back from the expiry."""

    route: str
    days: int
    cited: Citation
    pass_months: int | None = None
    """Exam only: pass at least this many months before the expiry."""
    needs_all_approved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact:
    """A number worth knowing that decides no verdict: a fee, a document, a processing note.

    `value` is None where unknown; `measure` says how to read it.
    """

    about: str
    value: int | bool | str | date | None
    measure: Literal["usd_cents", "days", "months", "minutes", "points", "yes_no", "text", "date", "count"]
    cited: Citation


@dataclass(frozen=True, kw_only=True, eq=False)
class Edition:
    """A credential's complete rules, in force from a day. Both days None: undated, and applied to every date."""

    credential: str
    effective_from: date | None
    effective_to: date | None
    superseded: bool
    """Shown for the record, never applied (an older edition whose dates nobody knows)."""
    since: Citation
    """What is known about when it took effect."""
    cycle: Cycle
    requirements: tuple[Requirement, ...]
    """`total` first, then the categories in the rulebook's order, then `approved`."""
    reduced_total: Requirement | None = None
    reduced_if_certified_after: tuple[int, int] | None = None
    """(month, day): the reduced total applies to cycles that start after that day of the year in which they end."""
    approver: Approver | None = None
    caps: tuple[Cap, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    kinds: tuple[KindRule, ...] = ()
    minimum_length: MinimumLength | None = None
    pre_earned: PreEarned | None = None
    repeats: Repeats | None = None
    recurring: RecurringTraining | None = None
    also_required: tuple[AlsoRequired, ...] = ()
    lapse: Lapse | None = None
    routes: tuple[Route, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def name(self) -> str:
        """The edition's name in the contract: the day it took effect, `before DATE`, `undated` or `superseded`."""
        if self.superseded:
            return "superseded"
        if self.effective_from is not None:
            return self.effective_from.isoformat()
        if self.effective_to is not None:
            return f"up to {self.effective_to.isoformat()}"
        return "undated"

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories with a minimum, in the rulebook's order."""
        return tuple(r.about for r in self.requirements if r.about not in ("total", "approved"))

    def in_force_on(self, day: date) -> bool:
        """Whether this edition applies to a cycle that ends on the day."""
        if self.superseded:
            return False
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Certifier:
    """The body that certifies: id as in `approved_by` (aama, amt…)."""

    id: str
    name: str
    acronym: str
    href: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Rulebook:
    """A credential and all editions of its rules, oldest first; no editions where nothing could be confirmed."""

    credential: str
    name: str
    full_name: str
    certifier: Certifier
    points_called: str
    also_called: tuple[str, ...] = ()
    confused_with: tuple[str, ...] = ()
    """Plain sentences: what this credential is often mistaken for."""
    editions: tuple[Edition, ...] = ()
    unconfirmed: str = ""
    """Why no rule could be shipped; empty for a usable rulebook."""
    open_questions: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    """The certifier's own instructions: label → address."""
    rank: int = 9
    """Where it stands in lists: what is asked for most is 1."""

    def edition_on(self, day: date) -> Edition | None:
        """The edition in force for a cycle that ends on the day."""
        return next((edition for edition in reversed(self.editions) if edition.in_force_on(day)), None)
