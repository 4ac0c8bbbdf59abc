"""{% reviews course %}: what those say who took it, and how many they are."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from recert.actions.review_course import list_reviews
from recert.records.models import Course, Person

register = template.Library()


@register.inclusion_tag("reviews/reviews.html", takes_context=True)
def reviews(context: RequestContext, course: Course) -> dict[str, Any]:
    user = context["request"].user
    asker = user if isinstance(user, Person) else None
    found = list_reviews(asker, course=course)
    counted = [each.stars for each in found if each.hidden_at is None]
    return {
        "course": course,
        "reviews": found,
        "count": len(counted),
        # To one decimal, in whole tenths: no float rounds a star.
        "average": tenths((sum(counted) * 20 // len(counted) + 1) // 2) if counted else "",
        "asker": asker,
        "csrf_token": context.get("csrf_token"),
    }


def tenths(number: int) -> str:
    """Write tenths.

    >>> tenths(45), tenths(40)
    ('4.5', '4.0')
    """
    return f"{number // 10}.{number % 10}"
