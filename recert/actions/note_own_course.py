"""Note a course that the actor found somewhere else, so that plans can choose it too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.plan_wishes import FORMATS
from recert.actions.read_fields import read_day, read_fields
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import OwnCourse, Person

MOST_CENTS = 1_000_000
AS_AN_ACTIVITY = ("title", "provider", "kind", "quantity", "unit", "category", "approved_by")


class OwnCourseRefused(Refused):
    """Something about the course that no plan could use."""


@transaction.atomic
def note_own_course(actor: Person, *, fields: Mapping[str, Any], request_key: str | None = None) -> OwnCourse:
    """Store the course once, however often the request with this key arrives.

    :raises FieldRefused: naming the field, as for an activity.
    :raises OwnCourseRefused: naming a field only a course has.
    """
    values = _read(fields)
    if request_key is None:
        row, new = OwnCourse.objects.create(person=actor, **values), True
    else:
        row, new = OwnCourse.objects.get_or_create(person=actor, request_key=request_key[:64], defaults=values)
    if new:
        record_change(actor, verb="note", about=("own course", row.pk), holder=actor, after={"title": row.title})
    return row


@transaction.atomic
def remove_own_course(actor: Person, *, own_id: int) -> OwnCourse:
    """Removing twice is removing once. :raises DoesNotExist: when it is not the actor's."""
    rows = OwnCourse.objects.filter(person=actor)
    if rows.filter(pk=own_id, removed_at=None).update(removed_at=timezone.now()):
        record_change(actor, verb="remove", about=("own course", own_id), holder=actor)
    return rows.get(pk=own_id)


def list_own_courses(actor: Person) -> list[OwnCourse]:
    return list(OwnCourse.objects.filter(person=actor, removed_at=None))


def _read(stated: Mapping[str, Any]) -> dict[str, Any]:
    day = stated.get("ends_on") or None
    like_an_activity = {name: stated[name] for name in AS_AN_ACTIVITY if name in stated}
    read = read_fields({**like_an_activity, "earned_on": day or timezone.localdate()})
    if not read["title"]:
        raise OwnCourseRefused(_("Give the course a title."), field="title")
    return {
        **{name: read[name] for name in AS_AN_ACTIVITY},
        "price": _amount(stated, "price", _("Write the price from $0 to $10,000, or leave it open.")),
        "hours": stated.get("hours"),
        "format": _format(str(stated.get("format") or "")),
        "ends_on": read_day("ends_on", day) if day else None,
        "url": _url(str(stated.get("url") or "")),
        "noted_on": timezone.localdate(),
    }


def _amount(stated: Mapping[str, Any], name: str, sentence: str) -> int | None:
    value = stated.get(name)
    if value is not None and not (isinstance(value, int) and 0 <= value <= MOST_CENTS):
        raise OwnCourseRefused(sentence, field=name)
    return value


def _format(text: str) -> str:
    if text and text not in FORMATS:
        raise OwnCourseRefused(_("Choose online, live online or in person."), field="format")
    return text


def _url(text: str) -> str:
    if text and not text.startswith(("https://", "http://")):
        raise OwnCourseRefused(_("Write the address of its page from https:// on, or leave it open."), field="url")
    return text[:500]
