"""Let what was read from a paper prove an activity that is on the transcript already, instead of making a new one."""

from __future__ import annotations

from django.db import transaction

from recert.actions.open_draft import lock_draft, settle_draft
from recert.actions.proof import prove
from recert.actions.record_change import record_change
from recert.records.models import Activity, Draft, Person


@transaction.atomic
def attach_draft(actor: Person, *, draft_id: int, version: int, activity_id: int) -> Draft:
    """The activity keeps what it says; attaching twice is attaching once.

    :raises StaleEdit: when the draft was settled otherwise meanwhile.
    :raises DoesNotExist: when the draft or the activity is not the actor's, or in the trash.
    """
    draft = lock_draft(actor, draft_id=draft_id)
    activity = Activity.objects.get(person=actor, pk=activity_id, trashed_at=None)
    if draft.outcome == "confirmed" and draft.activity_id == activity.pk:
        return draft
    settled = settle_draft(draft, version=version, values={"outcome": "confirmed", "activity": activity})
    prove(activity, draft)
    after = {"activity": activity.pk}
    record_change(actor, verb="attach", about=("draft", draft.pk), holder=actor, after=after)
    return settled
