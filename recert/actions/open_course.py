"""Open one course, one provider with its courses, or the list of providers."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.db.models.functions import Lower

from recert.records.models import Course, Person, Provider


def open_course(actor: Person | None, *, course: str) -> Course:
    """:raises DoesNotExist: when no course has this id."""
    del actor
    return Course.objects.select_related("provider").get(pk=course)


def open_provider(actor: Person | None, *, provider: str) -> tuple[Provider, Sequence[Course]]:
    """The provider, and what it offers: open before ended.

    :raises DoesNotExist: when no provider has this id.
    """
    del actor
    found = Provider.objects.get(pk=provider)
    return found, sorted(found.courses.all(), key=lambda course: (course.has_ended, course.title))


def list_providers(actor: Person | None) -> QuerySet[Provider]:
    """Everyone listed, by name; `offered` counts their courses."""
    del actor
    return Provider.objects.annotate(offered=Count("courses")).order_by(Lower("name"), "pk")
