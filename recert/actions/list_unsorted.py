"""What the actor's activities leave open that many can be asked about at once: the category, and the subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recert.actions.check_standing import Standing
from recert.actions.suggest_category import suggest_category
from recert.records.models import Activity, Draft, Person
from recert.topics.suggest import Suggestion

CATEGORY, RELEVANT = "category", "relevant"
"""The fields of an activity that can be open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsorted:
    """An activity and which of its fields are open."""

    activity: Activity
    asks: frozenset[str]


def list_unsorted(standings: Sequence[Standing]) -> list[Unsorted]:
    """Newest first. Without a category they count toward the total only; without a subject, subject to an answer."""
    asks: dict[str, set[str]] = {}
    for standing in standings:
        for key, field in _open_in(standing.document):
            asks.setdefault(key, set()).add(field)
    rows = standings[0].activities.pick(asks) if asks else []
    # A category that only one certifier knows is an answer, too.
    unsorted = (Unsorted(activity=row, asks=_still_open(row, asks[str(row.pk)])) for row in rows)
    return sorted(
        (one for one in unsorted if one.asks), key=lambda one: (one.activity.earned_on, one.activity.pk), reverse=True
    )


def without_category(standings: Sequence[Standing]) -> int:
    """How many of the activities name no category where one is asked for."""
    return sum(CATEGORY in one.asks for one in list_unsorted(standings))


def _open_in(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for outcome in document["activities"]:
        if any(reason["code"] == "no_category" for reason in outcome["reasons"]):
            yield outcome["id"], CATEGORY
    for question in document["questions"]:
        if question["code"] == "relevance_not_stated":
            yield question["activity"], RELEVANT


def _still_open(row: Activity, asks: Iterable[str]) -> frozenset[str]:
    return frozenset(asks) - ({CATEGORY} if row.category else set())


def suggested_for(
    actor: Person, activities: Iterable[Activity], *, asked: Iterable[str]
) -> dict[int, tuple[Suggestion, ...]]:
    """What the titles speak of, else the papers that prove them; by the activity's id."""
    titles, categories = {row.pk: row.title for row in activities}, frozenset(asked)
    proofs = Draft.objects.filter(certificate__person=actor, certificate__trashed_at=None, activity__in=titles)
    papers = dict(proofs.filter(outcome="confirmed").order_by("-id").values_list("activity", "text"))
    return {key: suggest_category((title, papers.get(key, "")), asked=categories) for key, title in titles.items()}
