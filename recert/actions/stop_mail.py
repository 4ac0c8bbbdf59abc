"""No more reminders by mail, asked for by whoever holds the link in one: no signing in, and it can be taken back."""

from __future__ import annotations

from django.db import transaction

from recert.actions.record_change import record_change
from recert.actions.schedule_reminders import wishes_of
from recert.actions.signed_links import person_to_unsubscribe
from recert.records.models import Person, ReminderWishes


def open_stop_link(_actor: None, *, key: str) -> Person:
    """Whose mail it would stop. :raises DoesNotExist: for a key that we did not sign."""
    return person_to_unsubscribe(key)


@transaction.atomic
def stop_mail(_actor: None, *, key: str, wanted: bool = False) -> Person:
    """Stopping twice is stopping once; `wanted` takes it back.

    :raises DoesNotExist: for a key that we did not sign.
    """
    person = person_to_unsubscribe(key)
    changed = ReminderWishes.objects.filter(pk=wishes_of(person).pk, by_email=not wanted).update(by_email=wanted)
    if changed:
        about = ("reminder wishes", wishes_of(person).pk)
        record_change(person, verb="change", about=about, holder=person, after={"by_email": wanted})
    return person
