"""Write down who changed what, in the transaction of the change itself."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from recert.records.fields import canonical
from recert.records.models import AuditEntry, AuditHead, Person

Document = Mapping[str, Any]


class OutsideItsTransaction(RuntimeError):
    """An entry written apart from its change could survive a change that did not, or be lost without it."""


def record_change(
    actor: Person | None,
    *,
    verb: str,
    about: tuple[str, int | None],
    holder: Person | None,
    before: Document | None = None,
    after: Document | None = None,
) -> AuditEntry:
    """Append one entry to the chain. `about` is the noun and its id; `actor` None is the clock.

    :raises OutsideItsTransaction: when the caller has no transaction open.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideItsTransaction(verb)
    head = _head()
    noun, object_id = about
    entry = AuditEntry(
        actor=actor,
        holder=holder,
        verb=verb,
        noun=noun,
        object_id=object_id,
        before=None if before is None else dict(before),
        after=None if after is None else dict(after),
        at=timezone.now(),
        salt=secrets.token_hex(16),
        previous=head.digest,
    )
    entry.content_digest = content_digest(entry)
    entry.digest = entry_digest(entry)
    entry.save(force_insert=True)
    AuditHead.objects.filter(pk=head.pk).update(digest=entry.digest, entries=head.entries + 1)
    return entry


def _head() -> AuditHead:
    """The end of the chain, locked until this transaction ends."""
    AuditHead.objects.get_or_create(pk=1)
    return AuditHead.objects.select_for_update().get(pk=1)


def content_digest(entry: AuditEntry) -> str:
    """What is personal in an entry, salted: once the salt is erased the digest tells nobody anything."""
    who = [entry.actor_id, entry.holder_id, entry.object_id]
    return sha256(canonical([entry.salt, who, entry.before, entry.after]).encode()).hexdigest()


def entry_digest(entry: AuditEntry) -> str:
    link = [entry.previous, entry.verb, entry.noun, _moment(entry.at), entry.content_digest]
    return sha256(canonical(link).encode()).hexdigest()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
