"""The rows of an export in words: an activity's area, and the day that a moment was where the person lives."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template

from recert.web.base import category
from recert.web.base.templatetags.base import day

register = template.Library()
register.filter("area", category.in_words)


@register.filter
def day_in(moment: str, zone: str) -> str:
    """The rows name moments by the world's clock, which is a day ahead of an evening in America."""
    return day(datetime.fromisoformat(moment).astimezone(ZoneInfo(zone)).date())
