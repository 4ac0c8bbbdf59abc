"""Keep a search, so that what is new in it is told; and let go of it again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.refusal import Refused
from recert.actions.run_saved_search import run_saved_search
from recert.records.models import Person, SavedSearch

MOST = 20


class SearchRefused(Refused):
    """Too many searches are kept, or this one is too long to keep."""


def list_saved_searches(actor: Person) -> list[SavedSearch]:
    return list(SavedSearch.objects.filter(person=actor))


@transaction.atomic
def save_search(actor: Person, *, name: str, asked: str, now: datetime) -> SavedSearch:
    """What it finds today is known already; saving twice is saving once.

    :raises SearchRefused: when it cannot be kept.
    """
    if len(asked) > SavedSearch._meta.get_field("asked").max_length:  # type: ignore[operator]
        raise SearchRefused(_("This search is too long to keep. Ask for less at once."))
    if SavedSearch.objects.filter(person=actor).count() >= MOST:
        raise SearchRefused(_("You keep twenty searches already. Let go of one first."))
    said = {"name": " ".join(name.split())[:120] or _("My search"), "saved_at": now, "looked_on": actor.day_at(now)}
    search, is_new = SavedSearch.objects.get_or_create(person=actor, asked=asked, defaults=said)
    if is_new:
        found = run_saved_search(actor, search=search, today=actor.day_at(now))
        SavedSearch.objects.filter(pk=search.pk).update(told=[course.pk for course in found])
    return search


def drop_saved_search(actor: Person, *, search_id: int) -> None:
    """:raises DoesNotExist: when it is not the actor's."""
    SavedSearch.objects.get(person=actor, pk=search_id).delete()
