"""Leave for good: everything the actor recorded is erased at once; the audit trail keeps only that it happened."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Activity, AuditEntry, Holding, ImportDraft, KeptMessage, Person


class OnlyOperatorLeft(Refused):
    """An installation without an operator could not be looked after any more."""


@transaction.atomic
def leave(actor: Person) -> None:
    """Leaving twice is leaving once, and the second time there is nobody.

    :raises OnlyOperatorLeft: when nobody else operates the installation.
    :raises DoesNotExist: when the actor has left already.
    """
    _wait_for_changes_under_way(actor)
    operators = Person.objects.filter(is_operator=True).exclude(pk=actor.pk)
    if actor.is_operator and not operators.exists():
        raise OnlyOperatorLeft(_("You are the only operator here. Let someone else become one first."))
    record_change(actor, verb="leave", about=("person", actor.pk), holder=actor)
    # Without its salt a digest tells nobody what it was made of, and the chain of digests still holds.
    mine = AuditEntry.objects.filter(Q(holder=actor) | Q(actor=actor))
    mine.update(actor=None, holder=None, before=None, after=None, object_id=None, salt="")
    KeptMessage.objects.filter(to__iexact=actor.email).delete()
    Person.objects.filter(pk=actor.pk).delete()


def _wait_for_changes_under_way(actor: Person) -> None:
    """Lock in the order of every other verb, so that none waits in a ring: rows, person, the end of the trail."""
    for table in (Holding, Activity, ImportDraft):
        list(table.objects.select_for_update().filter(person=actor).values_list("pk"))
    Person.objects.select_for_update().get(pk=actor.pk)
