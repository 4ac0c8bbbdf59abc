"""What each activity counts for, for every credential the actor holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from recert.actions.check_standing import Standing, check_standing
from recert.records.models import Activity, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """One activity under one credential: the contract's outcome, with the questions about it."""

    standing: Standing
    outcome: Mapping[str, Any]
    questions: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityOutcomes:
    activity: Activity
    worths: tuple[Worth, ...]


def show_activity_outcomes(actor: Person, *, today: date) -> list[ActivityOutcomes]:
    """Newest activity first."""
    standings = check_standing(actor, today=today)
    by_id = [(standing, _by_activity(standing)) for standing in standings]
    rows = standings[0].activities.values() if standings else Activity.objects.filter(person=actor, trashed_at=None)
    return [
        ActivityOutcomes(activity=row, worths=tuple(found[str(row.pk)] for _, found in by_id if str(row.pk) in found))
        for row in sorted(rows, key=lambda row: (row.earned_on, row.pk), reverse=True)
    ]


def _by_activity(standing: Standing) -> Mapping[str, Worth]:
    questions: dict[str, list[Mapping[str, Any]]] = {}
    for question in standing.document["questions"]:
        questions.setdefault(question["activity"], []).append(question)
    return {
        outcome["id"]: Worth(standing=standing, outcome=outcome, questions=tuple(questions.get(outcome["id"], ())))
        for outcome in standing.document["activities"]
    }
