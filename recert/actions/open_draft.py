"""One of the actor's drafts, locked together with its paper: what confirms, attaches or sets aside starts here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from recert.records.models import Certificate, Draft, Person
from recert.records.versions import save_if_unchanged


def lock_draft(actor: Person, *, draft_id: int) -> Draft:
    """Within the change's own transaction; the paper first, so that nobody waits in a ring.

    :raises DoesNotExist: when it is not the actor's, or its paper lies in the trash.
    """
    mine = Draft.objects.filter(certificate__person=actor, certificate__trashed_at=None)
    paper = mine.values_list("certificate_id", flat=True).get(pk=draft_id)
    list(Certificate.objects.select_for_update().filter(pk=paper).values_list("pk"))
    found = Draft.objects.select_for_update(of=("self",)).select_related("certificate__file", "activity")
    return found.get(pk=draft_id)


def settle_draft(draft: Draft, *, version: int, values: Mapping[str, Any]) -> Draft:
    """:raises StaleEdit: when it was settled somewhere else meanwhile."""
    settled = {**values, "settled_at": timezone.now() if values.get("outcome") else None}
    return save_if_unchanged(Draft.objects.all(), pk=draft.pk, version=version, values=settled)
