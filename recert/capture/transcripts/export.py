"""Write activities as the JSON that Recert exports and reads back to equal values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recert.rules.transcript import Activity, category_text
from recert.rules.wording import N_

FORM = N_("recert transcript 1")


def activities_document(activities: Iterable[Activity]) -> dict[str, Any]:
    """Write activities as one JSON document, every field of the file contract named."""
    return {"form": FORM, "activities": [_activity(activity) for activity in activities]}


def _activity(activity: Activity) -> dict[str, Any]:
    return {
        "id": activity.id,
        "earned_on": activity.earned_on.isoformat(),
        "title": activity.title,
        "provider": activity.provider,
        "kind": activity.kind,
        "quantity": f"{activity.quantity:f}",
        "unit": activity.unit,
        "minutes": activity.minutes,
        "category": category_text(activity.category),
        "approved_by": sorted(activity.approved_by),
        "approval_number": activity.approval_number,
        "certificate": activity.certificate,
        "relevant": activity.relevant,
    }
