"""The labelled box: {% sponsored "courses" %} beside a search, never within it."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from recert.actions.show_listings import show_listings

register = template.Library()


@register.inclusion_tag("listings/box.html")
def sponsored(shown_with: str) -> dict[str, Any]:
    """Nothing at all where nothing is sold."""
    return {"listings": show_listings(None, shown_with=shown_with, today=timezone.localdate())}
