"""Walk the audit trail from its first entry and name every break in the chain."""

from __future__ import annotations

from collections.abc import Iterator

from recert.actions.record_change import content_digest, entry_digest
from recert.records.models import AuditEntry, AuditHead


def check_audit_trail() -> list[str]:
    """Sentences for the operator; an empty list is an unbroken chain."""
    return list(_breaks())


def _breaks() -> Iterator[str]:
    previous, count = "", 0
    for entry in AuditEntry.objects.order_by("id").iterator():
        if entry.previous != previous:
            yield f"Entry {entry.pk} does not follow the entry before it: one was taken out or put in."
        if entry_digest(entry) != entry.digest:
            yield f"Entry {entry.pk} was altered: what was done or when differs from what was recorded."
        if entry.salt and content_digest(entry) != entry.content_digest:
            yield f"Entry {entry.pk} was altered: its content differs from what was recorded."
        previous, count = entry.digest, count + 1
    head = AuditHead.objects.filter(pk=1).first() or AuditHead()
    if (head.digest, head.entries) != (previous, count):
        yield f"The trail ends at {count} entries where {head.entries} were recorded: entries are missing at its end."
