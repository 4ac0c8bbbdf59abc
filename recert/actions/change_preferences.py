"""Change how the actor is addressed: name, language, time zone."""

from __future__ import annotations

import zoneinfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Person


class UnknownPreference(Refused):
    """The language is not offered, or the time zone does not exist."""


@transaction.atomic
def change_preferences(actor: Person, *, name: str, language: str, time_zone: str) -> Person:
    """:raises UnknownPreference: when we do not speak the language or know the time zone."""
    if language not in dict(settings.LANGUAGES):
        raise UnknownPreference(_("We do not speak this language yet. Choose one of the list."), field="language")
    if time_zone not in zoneinfo.available_timezones():
        raise UnknownPreference(_("We do not know this time zone. Choose one of the list."), field="time_zone")
    person = Person.objects.select_for_update().get(pk=actor.pk)
    wanted = {"name": name.strip(), "language": language, "time_zone": time_zone}
    before = {field: getattr(person, field) for field in wanted}
    if before != wanted:
        Person.objects.filter(pk=person.pk).update(**wanted)
        record_change(actor, verb="change", about=("person", person.pk), holder=person, before=before, after=wanted)
        person.refresh_from_db()
    return person
