"""Take up a draft again that was confirmed, attached or set aside; the activity it proved stays, without this proof."""

from __future__ import annotations

from django.db import transaction

from recert.actions.open_draft import lock_draft, settle_draft
from recert.actions.proof import unprove
from recert.actions.record_change import record_change
from recert.records.models import Draft, Person


@transaction.atomic
def reopen_draft(actor: Person, *, draft_id: int, version: int) -> Draft:
    """:raises StaleEdit: when it was changed somewhere else meanwhile.
    :raises DoesNotExist: when it is not the actor's.
    """
    draft = lock_draft(actor, draft_id=draft_id)
    if not draft.outcome:
        return draft
    unprove(draft)
    opened = settle_draft(draft, version=version, values={"outcome": "", "activity": None})
    record_change(actor, verb="reopen", about=("draft", draft.pk), holder=actor)
    return opened
