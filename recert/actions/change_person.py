"""How the actor wants to be called and spoken to, and where their day begins."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import available_timezones

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Person

FIELDS = ("name", "language", "time_zone")


class PersonRefused(Refused):
    """That language or time zone is not one we know, or the name does not fit."""


@transaction.atomic
def change_person(actor: Person, *, fields: Mapping[str, str]) -> Person:
    """:raises PersonRefused: naming the field."""
    row = Person.objects.select_for_update().get(pk=actor.pk)
    was = {name: getattr(row, name) for name in FIELDS}
    values = _checked({**was, **fields})
    if values != was:
        Person.objects.filter(pk=row.pk).update(**values)
        record_change(actor, verb="change", about=("person", row.pk), holder=actor, before=was, after=values)
    return Person.objects.get(pk=row.pk)


def _checked(values: Mapping[str, str]) -> dict[str, str]:
    name = " ".join(values["name"].replace("\x00", "").split())
    if len(name) > 150:
        raise PersonRefused(_("The name has more than 150 characters."), field="name")
    if values["language"] not in dict(settings.LANGUAGES):
        raise PersonRefused(_("Choose one of the languages in the list."), field="language")
    if values["time_zone"] not in available_timezones():
        raise PersonRefused(_("Choose one of the time zones in the list."), field="time_zone")
    return {"name": name, "language": values["language"], "time_zone": values["time_zone"]}
