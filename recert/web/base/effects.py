"""What one activity does for each credential its holder keeps: read from stored verdicts, told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext

from recert.actions.check_standing import Standing
from recert.records.models import Activity
from recert.web.base import words

Document = Mapping[str, Any]
State = Literal["full", "part", "none"]

URGENT = frozenset({"unit_ambiguous", "conversion_unknown", "length_not_stated"})
"""Questions whose answer may change the points."""
ANSWERABLE = frozenset({"unit_ambiguous", "conversion_unknown", "no_category", "over_cap"})
"""Reasons that an answer may lift, or that leave room for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A reason or question in the reader's language, with the document it came from as its citation."""

    code: str
    text: str
    cited: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What became of one activity under one credential."""

    name: str
    holding_id: int
    points: str
    counted: str
    parts: str
    state: State
    reasons: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One activity and its effect on every credential held."""

    activity: Activity
    effects: tuple[Effect, ...]
    questions: tuple[str, ...]
    """What the credentials ask about it, each question once."""


class Effects:
    """Looks up effects by activity; made once for a page, cheap however long the transcript is."""

    def __init__(self, standings: Sequence[Standing]) -> None:
        self.activities = standings[0].activities if standings else {}
        self._views = [_View(standing) for standing in standings]

    @property
    def holds_any(self) -> bool:
        return bool(self._views)

    def row(self, activity: Activity) -> Row:
        key = str(activity.pk)
        views = [view for view in self._views if key in view.outcomes]
        effects = tuple(view.effect(key, self.activities) for view in views)
        said = {reason.text for effect in effects for reason in effect.reasons}
        asked = dict.fromkeys(text for view in views for text in view.asked(key))
        return Row(activity=activity, effects=effects, questions=tuple(text for text in asked if text not in said))

    def urgent(self) -> set[str]:
        """The activities whose points depend on an answer."""
        return {key for view in self._views for key in urgent_in(view.standing.document)}

    def counts(self, key: str) -> bool:
        """Whether any credential counts it, in full or in part."""
        return any(view.outcomes[key]["counted"] != "0" for view in self._views if key in view.outcomes)

    def codes(self, key: str) -> set[str]:
        """Every question and reason raised about it, by code."""
        asked = (question["code"] for view in self._views for question in view.questions.get(key, ()))
        said = (one["code"] for view in self._views for one in view.outcomes.get(key, {"reasons": ()})["reasons"])
        return {*asked, *said}


class _View:
    """One stored verdict, found by activity."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.outcomes = {outcome["id"]: outcome for outcome in standing.document["activities"]}
        self.questions: dict[str, list[Document]] = {}
        for question in standing.document["questions"]:
            if question["activity"]:
                self.questions.setdefault(question["activity"], []).append(question)

    def effect(self, key: str, activities: Mapping[str, Activity]) -> Effect:
        outcome = self.outcomes[key]
        return Effect(
            name=self.standing.name,
            holding_id=self.standing.holding_id,
            points=outcome["points"],
            counted=outcome["counted"],
            parts=parts_text(outcome["as"]),
            state=state_of(outcome),
            reasons=tuple(told(reason, activities) for reason in outcome["reasons"]),
        )

    def asked(self, key: str) -> Iterator[str]:
        """The questions about an activity that may still count."""
        if all(reason["code"] in ANSWERABLE for reason in self.outcomes[key]["reasons"]):
            yield from (told(question, {}).text for question in self.questions.get(key, ()))


def urgent_in(document: Document) -> list[str]:
    """The activities of a verdict whose points depend on an answer, and on nothing else."""
    asked = {each["activity"] for each in document["questions"] if each["code"] in URGENT}
    outcomes = (each for each in document["activities"] if each["id"] in asked)
    return [each["id"] for each in outcomes if all(reason["code"] in ANSWERABLE for reason in each["reasons"])]


def state_of(outcome: Document) -> State:
    if outcome["counted"] == "0":
        return "none"
    return "full" if outcome["counted"] == outcome["points"] else "part"


def parts_text(parts: Mapping[str, str]) -> str:
    """`8 clinical, 4 general`, or nothing where there are no categories."""
    return ", ".join(f"{points} {words.word(category).lower()}" for category, points in parts.items())


def told(item: Document, activities: Mapping[str, Activity]) -> Said:
    """Put a reason or question into words; another activity is named by its title, never by its number."""
    values = dict(item["values"])
    if other := values.get("other"):
        row = activities.get(other)
        values["other"] = (row.title if row else "") or gettext("another one on your list")
    cited = item if "says" in item else None
    return Said(code=item["code"], text=words.say({"wording": item["wording"], "values": values}), cited=cited)
