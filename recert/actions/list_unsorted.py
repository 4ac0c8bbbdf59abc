"""The actor's activities that name no category where a credential of theirs asks for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from recert.actions.check_standing import Standing
from recert.actions.suggest_category import suggest_category
from recert.records.models import Activity, Draft, Person
from recert.topics.suggest import Suggestion


def list_unsorted(standings: Sequence[Standing]) -> list[Activity]:
    """Newest first. They count, but only toward the total."""
    keys = {key for standing in standings for key in _without_category(standing.document)}
    rows = standings[0].activities.pick(keys) if keys else []
    # A category that only one certifier knows is an answer, too.
    return sorted((row for row in rows if not row.category), key=lambda row: (row.earned_on, row.pk), reverse=True)


def _without_category(document: Mapping[str, Any]) -> Iterator[str]:
    for outcome in document["activities"]:
        if any(reason["code"] == "no_category" for reason in outcome["reasons"]):
            yield outcome["id"]


def suggested_for(
    actor: Person, activities: Iterable[Activity], *, asked: Iterable[str]
) -> dict[int, tuple[Suggestion, ...]]:
    """What the titles speak of, else the papers that prove them; by the activity's id."""
    titles, categories = {row.pk: row.title for row in activities}, frozenset(asked)
    proofs = Draft.objects.filter(certificate__person=actor, certificate__trashed_at=None, activity__in=titles)
    papers = dict(proofs.filter(outcome="confirmed").order_by("-id").values_list("activity", "text"))
    return {key: suggest_category((title, papers.get(key, "")), asked=categories) for key, title in titles.items()}
