"""A credential's panel as HTML, kept in this process's memory while nothing behind it changes."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from recert.actions.check_standing import Standing
from recert.web.standing.panels import panel_of

AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Drawn:
    """A standing and the panel that shows it."""

    standing: Standing
    html: SafeString


def drawn(standing: Standing) -> Drawn:
    """The panel in the reader's language; drawn again when the verdict, the day or a notice is another."""
    notices = ",".join(str(notice.pk) for notice in standing.notices)
    key = f"panel:{get_language()}:{standing.verdict_id}:{standing.stamp}:{standing.document['as_of']}:{notices}"
    html = caches["memory"].get(key)
    if html is None:
        html = render_to_string("standing/panel.html", {"panel": panel_of(standing)})
        caches["memory"].set(key, html, AN_HOUR)
    return Drawn(standing, SafeString(html))
