"""Share the chosen plan by a link that anybody may read, until it is revoked."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone

from recert.actions.record_change import record_change
from recert.records.models import ChosenPlan, Person, PlanShare

BYTES = 32


def current_share(actor: Person, *, holding_id: int) -> PlanShare | None:
    return PlanShare.objects.filter(plan__holding__person=actor, plan__holding_id=holding_id, revoked_at=None).first()


@transaction.atomic
def share_plan(actor: Person, *, holding_id: int) -> PlanShare:
    """One link at a time. :raises DoesNotExist: when the actor has no plan for this holding."""
    rows = ChosenPlan.objects.select_for_update()
    plan = rows.get(holding__person=actor, holding_id=holding_id, holding__closed_on=None)
    share = PlanShare.objects.filter(plan=plan, revoked_at=None).first()
    if share is None:
        token = secrets.token_urlsafe(BYTES)
        share = PlanShare.objects.create(plan=plan, token=token, made_at=timezone.now())
        record_change(actor, verb="share", about=("plan", plan.pk), holder=actor)
    return share


@transaction.atomic
def stop_sharing_plan(actor: Person, *, holding_id: int) -> None:
    """Every link to the plan leads nowhere from now on. :raises DoesNotExist: as `share_plan`."""
    rows = ChosenPlan.objects.select_for_update()
    plan = rows.get(holding__person=actor, holding_id=holding_id)
    if PlanShare.objects.filter(plan=plan, revoked_at=None).update(revoked_at=timezone.now()):
        record_change(actor, verb="unshare", about=("plan", plan.pk), holder=actor)


def open_shared_plan(actor: Person | None, *, token: str) -> ChosenPlan:
    """For whoever has the link. :raises DoesNotExist: when there is no such link any more."""
    del actor
    shares = PlanShare.objects.select_related("plan__holding").prefetch_related("plan__steps")
    return shares.get(token=token, revoked_at=None, plan__holding__closed_on=None).plan
