"""A certifier's answer to one way of earning points, in a few words."""

from __future__ import annotations

from django import template
from django.utils import formats
from django.utils.translation import gettext, ngettext

from recert.rules.points import as_text
from recert.web.guide.ways import Way

register = template.Library()


@register.filter
def way_words(way: Way) -> str:
    """Yes (and in which units, where not in all), no, so many points each, only up to a day, or nobody says."""
    if way.answer == "worth":
        n = 1 if way.points == 100 else 2
        return ngettext("%(points)s point each", "%(points)s points each", n) % {"points": as_text(way.points or 0)}
    if way.answer == "until" and way.until is not None:
        return gettext("Only up to %(day)s") % {"day": formats.date_format(way.until, "DATE_FORMAT")}
    return {
        "yes": gettext("Yes, by its hours or credits"),
        "clock_hours": gettext("Clock hours: yes. Contact hours: ask"),
        "ce_credits": gettext("CE credits: yes. Hours: ask"),
        "no": gettext("No"),
        "unpriced": gettext("No number published: ask"),
        "unless_approved": gettext("Only if approved"),
    }.get(way.answer, gettext("Nothing found: ask"))
