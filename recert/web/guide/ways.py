"""What each certifier makes of every way to earn points, read from the rulebooks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from recert.rules.edition import Citation, Conversion, Edition, KindRule, Rulebook
from recert.web.base.rule_words import current_edition

WAYS = (
    "course", "conference", "college", "cpr_card", "in_service",
    "authoring", "presenting", "teaching", "volunteering", "employment",
)  # fmt: skip
FACTS = {
    "college": ("points_for_education", "college_grade"),
    "cpr_card": ("renewals_accepted",),
    "authoring": ("points_for_authorship",),
    "presenting": ("points_for_presentation",),
    "course": ("outside_accepted",),
}
"""Facts that say a kind is accepted where no rule turns it into points."""
UNIT_OF = {"college": "college_credit", "cpr_card": "card"}
BY_LENGTH = frozenset({"course", "conference"})
"""Ways that count by what their certificate prints, where nothing else is said of them."""
Answer = Literal[
    "yes", "clock_hours", "ce_credits", "no", "until", "unless_approved", "worth", "unpriced", "unknown"
]  # fmt: skip
PRINTED: tuple[tuple[str, Answer], ...] = (
    ("contact_hour", "yes"), ("clock_hour", "clock_hours"), ("ce_credit", "ce_credits"),
)  # fmt: skip
"""What most certificates print, the most usual first, and what can be said where only that has a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One certifier's answer: points in hundredths where a number is published, the last day where it ended."""

    answer: Answer
    about: str = ""
    """The name of the number it rests on."""
    points: int | None = None
    until: date | None = None
    cited: Citation | None = None


def way(rulebook: Rulebook, kind: str) -> Way:
    """What the current edition says of a kind of activity."""
    edition = current_edition(rulebook)
    if edition is None:
        return Way(answer="unknown")
    rule = next((rule for rule in edition.kinds if rule.kind == kind), None)
    if rule is not None and (rule.until is not None or not rule.accepted):
        return _limited(rule)
    found = _worth(edition, kind) or (_by_length(edition, kind) if kind in BY_LENGTH and rule is None else None)
    found = found or _named(edition, kind)
    if found is not None:
        return found
    return Way(answer="unknown") if rule is None else _accepted(edition, rule, kind)


def _named(edition: Edition, kind: str) -> Way | None:
    fact = next((fact for fact in edition.facts if fact.about in FACTS.get(kind, ())), None)
    return None if fact is None else Way(answer="unpriced", about=fact.about, cited=fact.cited)


def _by_length(edition: Edition, kind: str) -> Way | None:
    """Yes only as far as a rule turns what is printed into points."""
    for unit, answer in PRINTED:
        found = next((c for c in edition.conversions if c.unit == unit and (not c.kinds or kind in c.kinds)), None)
        if found is not None and found.points is not None:
            return Way(answer=answer, about=_about(found), cited=found.cited)
    return None


def _accepted(edition: Edition, rule: KindRule, kind: str) -> Way:
    counted = _by_length(edition, kind)
    is_known = counted is not None and rule.cited.confidence != "unknown" and not rule.only_units
    answer = counted.answer if counted is not None and is_known else "unpriced"
    return Way(answer=answer, about=f"kind:{kind}", cited=rule.cited)


def _limited(rule: KindRule) -> Way:
    answer: Answer = "until" if rule.until else "unless_approved" if rule.unless_approved else "no"
    about = f"kind:{rule.kind}_until" if rule.until else f"kind:{rule.kind}"
    return Way(answer=answer, about=about, until=rule.until, cited=rule.cited)


def _worth(edition: Edition, kind: str) -> Way | None:
    found = next((c for c in edition.conversions if _is_for(c, kind)), None)
    if found is None:
        return None
    answer: Answer = "worth" if found.points is not None else "unknown"
    return Way(answer=answer, about=_about(found), points=found.points, cited=found.cited)


def _about(conversion: Conversion) -> str:
    kinds = f"@{'+'.join(sorted(conversion.kinds))}" if conversion.kinds else ""
    return f"unit:{conversion.unit}{kinds}"


def _is_for(conversion: Conversion, kind: str) -> bool:
    return kind in conversion.kinds or (not conversion.kinds and conversion.unit == UNIT_OF.get(kind))
