"""Every cycle of the actor's with the application for what follows it, if there is one."""

from __future__ import annotations

from recert.records.models import Application, Holding, Person


def list_applications(actor: Person) -> list[tuple[Holding, Application | None]]:
    """Open cycles first, then those that are over, the latest first."""
    holdings = list(Holding.objects.filter(person=actor).order_by("-cycle_ends", "-pk"))
    latest = {row.holding_id: row for row in Application.objects.filter(holding__person=actor).order_by("pk")}
    holdings.sort(key=lambda holding: holding.closed_on is not None)
    return [(holding, latest.get(holding.pk)) for holding in holdings]
