"""What a page that may be indexed says of itself: its one address, and its facts for search engines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> SafeString:
    """The page's address without its query, so that a search is not indexed as a page of its own."""
    request = context["request"]
    return format_html('<link rel="canonical" href="{}">', request.build_absolute_uri(request.path))


@register.simple_tag(takes_context=True)
def linked_data(context: Context, facts: Mapping[str, Any]) -> SafeString:
    """Facts in the schema.org vocabulary."""
    text = json.dumps({"@context": "https://schema.org", **facts}, ensure_ascii=False)
    for letter, escape in (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026")):
        text = text.replace(letter, escape)
    nonce = context["request"].csp_nonce
    script = '<script type="application/ld+json" nonce="{}">{}</script>'
    return format_html(script, nonce, mark_safe(text))  # noqa: S308 - every letter that could close the element is escaped
