"""Come back in time: whoever signs in before the day that was set is not erased."""

from __future__ import annotations

from django.db import transaction

from recert.actions.record_change import record_change
from recert.records.models import Leaving, Person


@transaction.atomic
def stay(actor: Person) -> bool:
    """Whether the actor was about to be erased. :raises DoesNotExist: when they are already."""
    Person.objects.select_for_update().get(pk=actor.pk)
    cancelled, _each = Leaving.objects.filter(person=actor).delete()
    if cancelled:
        record_change(actor, verb="stay", about=("person", actor.pk), holder=actor)
    return bool(cancelled)
