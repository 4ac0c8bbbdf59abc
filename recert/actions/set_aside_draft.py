"""Say that something read is no activity of one's own: a licence card, a receipt, the same paper again."""

from __future__ import annotations

from django.db import transaction

from recert.actions.open_draft import lock_draft, settle_draft
from recert.actions.record_change import record_change
from recert.records.models import Draft, Person


@transaction.atomic
def set_aside_draft(actor: Person, *, draft_id: int, version: int) -> Draft:
    """The paper stays; the draft can be taken up again.

    :raises StaleEdit: when it was settled otherwise meanwhile.
    :raises DoesNotExist: when it is not the actor's.
    """
    draft = lock_draft(actor, draft_id=draft_id)
    if draft.outcome == "set_aside":
        return draft
    settled = settle_draft(draft, version=version, values={"outcome": "set_aside"})
    record_change(actor, verb="set aside", about=("draft", draft.pk), holder=actor)
    return settled
