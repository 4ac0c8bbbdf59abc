"""Note what was paid for an activity, and add up a cycle: paid, planned, together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Activity, Holding, Person, PlanStep, Spending
from recert.records.plans import STILL_TO_DO

MOST = 10_000_000
"""Cents."""


class PaidRefused(Refused):
    """No amount that somebody pays for a course."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One credential's cycle: its activities with what was paid (None: not noted), and the steps still to do."""

    holding: Holding
    paid: Sequence[tuple[Activity, int | None]]
    planned: Sequence[PlanStep]

    @property
    def paid_total(self) -> int:
        return sum(cents or 0 for _activity, cents in self.paid)

    @property
    def not_noted(self) -> int:
        return sum(cents is None for _activity, cents in self.paid)


@transaction.atomic
def note_spending(actor: Person, *, activity_id: int, paid: int | None) -> None:
    """None takes the note back. :raises DoesNotExist: when the activity is not the actor's.

    :raises PaidRefused: when it is no amount of dollars.
    """
    activity = Activity.objects.select_for_update().get(person=actor, pk=activity_id)
    if paid is not None and not 0 <= paid <= MOST:
        raise PaidRefused(_("Write what you paid, from $0 to $100,000."), field="paid")
    before = Spending.objects.filter(activity=activity).values_list("paid", flat=True).first()
    if paid == before:
        return
    if paid is None:
        Spending.objects.filter(activity=activity).delete()
    else:
        Spending.objects.update_or_create(activity=activity, defaults={"paid": paid, "noted_at": timezone.now()})
    record_change(
        actor,
        verb="pay",
        about=("activity", activity.pk),
        holder=actor,
        before={"paid": before},
        after={"paid": paid},
    )


def list_spending(actor: Person) -> list[Cycle]:
    """Every cycle the actor has or had, the newest first. Three queries."""
    holdings = list(Holding.objects.filter(person=actor).order_by("-cycle_ends", "-pk"))
    rows = list(
        Activity.objects.filter(person=actor, trashed_at=None).select_related("spending").order_by("earned_on", "pk")
    )
    steps = list(PlanStep.objects.filter(STILL_TO_DO, plan__holding__person=actor).select_related("plan"))
    return [_cycle(holding, rows, steps) for holding in holdings]


def _cycle(holding: Holding, rows: Sequence[Activity], steps: Sequence[PlanStep]) -> Cycle:
    inside = [row for row in rows if holding.cycle_starts <= row.earned_on <= holding.cycle_ends]
    return Cycle(
        holding=holding,
        paid=[(row, row.spending.paid if hasattr(row, "spending") else None) for row in inside],
        planned=[step for step in steps if step.plan.holding_id == holding.pk],
    )
