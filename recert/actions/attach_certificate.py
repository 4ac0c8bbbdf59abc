"""Attach a paper, or some of its pages, to an activity that was typed in earlier."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from recert.actions.proof import prove
from recert.actions.record_change import record_change
from recert.records.models import Activity, Certificate, Draft, Person


@transaction.atomic
def attach_certificate(
    actor: Person, *, certificate_id: int, activity_id: int, pages: tuple[int, int] | None = None
) -> Draft:
    """Attaching twice is attaching once. It works on any paper, read or not.

    :raises DoesNotExist: when the paper or the activity is not the actor's, or in the trash.
    """
    papers = Certificate.objects.select_for_update(of=("self",)).select_related("file")
    paper = papers.get(person=actor, pk=certificate_id, trashed_at=None)
    activity = Activity.objects.get(person=actor, pk=activity_id, trashed_at=None)
    if there := paper.drafts.filter(outcome="confirmed", activity=activity).first():
        return there
    first, last = pages or (1, paper.pages or 1)
    place = (paper.drafts.aggregate(last=Max("position"))["last"] or 0) + 1
    draft = Draft.objects.create(
        certificate=paper, position=place, first_page=first, last_page=last,
        outcome="confirmed", settled_at=timezone.now(), activity=activity,
    )  # fmt: skip
    prove(activity, draft)
    after = {"activity": activity.pk, "pages": [first, last]}
    record_change(actor, verb="attach", about=("certificate", paper.pk), holder=actor, after=after)
    return draft
