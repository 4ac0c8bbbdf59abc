"""Put the rows of a handed-in file on the transcript, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.add_activity import add_activity
from recert.actions.preview_import import preview_import
from recert.actions.refusal import Refused
from recert.records.models import Activity, ImportDraft, Person

MOST_AT_ONCE = 1_000


class TooManyRows(Refused):
    """More activities than one person's cycles could hold."""


@transaction.atomic
def confirm_import(
    actor: Person, *, draft_id: int, mapping: Mapping[str, str] | None = None, with_repeats: bool = False
) -> int:
    """How many activities were added. Refused rows, and repeats unless asked for, stay out; the file is let go.

    :raises DoesNotExist: when the draft is not the actor's, or was confirmed already.
    :raises TranscriptUnreadable: as the preview does.
    :raises TooManyRows: when the file holds more than a person could have done.
    """
    ImportDraft.objects.select_for_update().get(person=actor, pk=draft_id)
    preview = preview_import(actor, draft_id=draft_id, mapping=mapping)
    kept = [row for row in preview.kept(with_repeats=with_repeats) if row.fields is not None]
    if len(kept) > MOST_AT_ONCE:
        counts = {"found": len(kept), "most": MOST_AT_ONCE}
        raise TooManyRows(_("This file has %(found)d activities; at most %(most)d can be added at once.") % counts)
    for row in kept:
        add_activity(actor, fields=row.fields or {}, request_key=f"{keys_of(draft_id)}{row.row.number}")
    Activity.objects.filter(person=actor, request_key__startswith=keys_of(draft_id)).update(source="imported")
    preview.draft.delete()
    return len(kept)


def keys_of(draft_id: int) -> str:
    """What the rows of one import are known by, so that it can be undone as a whole."""
    return f"import-{draft_id}-"
