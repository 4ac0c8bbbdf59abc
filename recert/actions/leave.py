"""Ask to leave: every device is signed out, and on the day that is set everything is erased, unless one comes back."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.end_sessions import end_sessions
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Leaving, Person

DAYS = 30
DAYS_AT_LEAST = 1
"""What one may ask for instead: a day to notice that it was somebody else who asked."""


class OnlyOperatorLeft(Refused):
    """An installation without an operator could not be looked after any more."""


@transaction.atomic
def leave(actor: Person, *, days: int = DAYS) -> Leaving:
    """Asking again sets another day. :raises OnlyOperatorLeft: when nobody else operates the installation."""
    Person.objects.select_for_update().get(pk=actor.pk)
    refuse_only_operator(actor)
    now = timezone.now()
    erase_at = now + timedelta(days=DAYS_AT_LEAST if days <= DAYS_AT_LEAST else DAYS)
    values = {"asked_at": now, "erase_at": erase_at}
    leaving, _new = Leaving.objects.update_or_create(person=actor, defaults=values)
    record_change(actor, verb="leave", about=("person", actor.pk), holder=actor, after={"on": erase_at.isoformat()})
    end_sessions(actor)
    return leaving


def refuse_only_operator(person: Person) -> None:
    """Others who are leaving do not count: they will be gone. :raises OnlyOperatorLeft: when there is no other."""
    others = Person.objects.filter(is_operator=True, leaving=None).exclude(pk=person.pk)
    if person.is_operator and not others.exists():
        raise OnlyOperatorLeft(_("You are the only operator here. Let someone else become one first."))
