"""What the person says a paper says becomes an activity with its proof; nothing read becomes points before that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from recert.actions.add_activity import add_activity
from recert.actions.open_draft import lock_draft, settle_draft
from recert.actions.proof import mark_of
from recert.actions.read_fields import described
from recert.actions.record_change import record_change
from recert.records.models import Activity, Draft, Person


@transaction.atomic
def confirm_draft(actor: Person, *, draft_id: int, version: int, fields: Mapping[str, Any]) -> Activity:
    """Confirming twice is confirming once. What was read and what was confirmed are both written down.

    :raises FieldRefused: naming the field.
    :raises StaleEdit: when the draft was settled otherwise meanwhile.
    :raises DoesNotExist: when it is not the actor's.
    """
    draft = lock_draft(actor, draft_id=draft_id)
    if draft.outcome == "confirmed" and draft.activity is not None:
        return draft.activity
    stated = {**fields, "certificate": fields.get("certificate") or mark_of(draft)}
    activity = add_activity(actor, fields=stated, request_key=f"draft-{draft.pk}-{version}")
    Activity.objects.filter(pk=activity.pk).update(source="paper")
    settle_draft(draft, version=version, values={"outcome": "confirmed", "activity": activity})
    about = ("draft", draft.pk)
    record_change(
        actor, verb="confirm", about=about, holder=actor, before=as_read(draft), after=described(dict(fields))
    )
    return activity


def as_read(draft: Draft) -> dict[str, Any]:
    """The values the reader gave, without their places."""
    return {name: found["value"] for name, found in draft.fields.items()}
