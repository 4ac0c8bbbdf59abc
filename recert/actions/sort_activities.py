"""Say of many activities at once which category each belongs to, and whether it is about medical assisting."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from recert.actions.change_activity import change_activity
from recert.records.models import Activity, Person
from recert.records.versions import StaleEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """How many were saved, and how many somebody changed meanwhile, which were left as they are."""

    saved: int
    changed_meanwhile: int


def open_activities(actor: Person, *, ids: Collection[int]) -> list[Activity]:
    """The actor's activities with these ids, in the trash or not.

    :raises DoesNotExist: when one of them is not the actor's.
    """
    rows = list(Activity.objects.filter(person=actor, pk__in=ids).order_by("-earned_on", "-id"))
    if len(rows) < len(ids):
        raise Activity.DoesNotExist
    return rows


@transaction.atomic
def sort_activities(actor: Person, *, chosen: Mapping[int, tuple[int, Mapping[str, Any]]]) -> Sorted:
    """Give each activity its answers; `chosen` has the version that was looked at and the fields, by id.

    :raises DoesNotExist: when one of them is not the actor's; then none is saved.
    :raises FieldRefused: when an answer cannot be read; then none is saved.
    """
    open_activities(actor, ids=chosen.keys())
    saved = [_saved(actor, key, version, fields) for key, (version, fields) in chosen.items()]
    return Sorted(saved=sum(saved), changed_meanwhile=len(saved) - sum(saved))


def _saved(actor: Person, activity_id: int, version: int, fields: Mapping[str, Any]) -> bool:
    try:
        change_activity(actor, activity_id=activity_id, version=version, fields=fields)
    except (StaleEdit, Activity.DoesNotExist):
        return False
    return True
