"""Who is asking."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from recert.records.people import Person


def person_asking(request: HttpRequest) -> Person:
    """The signed-in person; strangers never come this far on a page that is not marked `login_not_required`."""
    if isinstance(request.user, Person):
        return request.user
    raise PermissionDenied
