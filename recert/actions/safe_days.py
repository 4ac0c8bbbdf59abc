"""The days a holder should have applied by, way by way, as the standing gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from recert.actions.check_standing import Standing
from recert.records.models import Application

APPLIED = ("sent", "asked", "accepted")


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeDay:
    """The last day that is safe for one way to apply; without a `route` it is the cycle's own end."""

    route: str
    apply_by: date


def safe_days(standing: Standing) -> list[SafeDay]:
    """The ways to apply with points, the earliest day first.

    Who keeps the first may choose any of them. Instant handling is one only where every point allows it.
    """
    document = standing.document
    instant = all(each["approved"] for each in document["activities"] if each["counted"] != "0")
    days = [
        SafeDay(route=each["route"], apply_by=date.fromisoformat(each["apply_by"]))
        for each in document["dates"]["latest_safe"]
        if each["route"] != "exam" and (instant or each["route"] != "all_approved")
    ]
    return sorted(days, key=lambda day: (day.apply_by, day.route)) or [SafeDay(route="", apply_by=expires_on(standing))]


def still_to_apply(standings: Sequence[Standing]) -> list[Standing]:
    """Those whose application is not on its way: who has applied is not told to apply."""
    if not standings:
        return []
    applied = Application.objects.filter(holding__in=[each.holding_id for each in standings], state__in=APPLIED)
    sent = set(applied.values_list("holding_id", flat=True))
    return [standing for standing in standings if standing.holding_id not in sent]


def expires_on(standing: Standing) -> date:
    return day_in(standing.document["dates"], "expires_on") or standing.holding.cycle_ends


def day_in(dates: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(dates[name]) if dates.get(name) else None


def held_since(standing: Standing) -> date:
    """Nobody is reminded of what came due before they told us of the credential."""
    holding = standing.holding
    return holding.person.day_at(holding.added_at)
