"""What the standing page shows, as HTML kept in this process's memory while nothing behind it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from recert.actions.check_standing import Standing
from recert.records.models import PlanStep
from recert.web.base.effects import Effects
from recert.web.standing.panels import panel_of

AN_HOUR = 3600
RECENT, URGENT = 5, 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """A standing and the panel that shows it."""

    standing: Standing
    html: SafeString


def drawn(standing: Standing, planned: PlanStep | None = None) -> Drawn:
    """The panel of one credential."""
    name = f"panel:{planned.pk}@{planned.do_by}" if planned else "panel"
    html = _kept(
        name, [standing], lambda: render_to_string("standing/panel.html", {"panel": panel_of(standing, planned)})
    )
    return Drawn(standing, html)


def latest(standings: Sequence[Standing]) -> SafeString:
    """The activities worth showing beside the panels."""
    return _kept("latest", standings, lambda: render_to_string("standing/latest.html", _shown(standings)))


def _kept(name: str, standings: Sequence[Standing], draw: Callable[[], SafeString]) -> SafeString:
    """Drawn again when a verdict, its transcript, the day, a notice or the reader's language is another."""
    behind = "+".join(
        f"{one.verdict_id}@{one.stamp}:{one.document['as_of']}:{','.join(str(n.pk) for n in one.notices)}"
        for one in standings
    )
    key = f"{name}:{get_language()}:{behind}"
    html = caches["memory"].get(key)
    if html is None:
        html = draw()
        caches["memory"].set(key, html, AN_HOUR)
    return SafeString(html)


def _shown(standings: Sequence[Standing]) -> dict[str, Any]:
    """The few activities worth showing at home: those that want an answer, and the latest."""
    effects, activities = Effects(standings), standings[0].activities
    urgent = activities.newest(within=effects.urgent())[:URGENT]
    recent = [key for key in activities.newest() if key not in urgent][:RECENT]
    rows = [effects.row(activity) for activity in activities.pick([*urgent, *recent])]
    return {"urgent": rows[: len(urgent)], "recent": rows[len(urgent) :], "count": len(activities)}
