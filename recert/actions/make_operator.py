"""Turn the person who holds the one-time key into an operator."""

from __future__ import annotations

import secrets
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import OperatorKey, Person


class KeyRefused(Refused):
    """The key is not one of ours, or was used before."""


def create_operator_key() -> str:
    """A fresh key, told once: only its hash is kept. A new key ends those not yet used."""
    key = secrets.token_urlsafe(32)
    with transaction.atomic():
        OperatorKey.objects.filter(used_at=None).delete()
        OperatorKey.objects.create(hash=_hash(key))
    return key


def is_operator_missing() -> bool:
    """Whether nobody has become operator yet."""
    return not Person.objects.filter(is_operator=True).exists()


@transaction.atomic
def make_operator(actor: Person, *, key: str) -> Person:
    """:raises KeyRefused: for a key that is unknown or used."""
    used = OperatorKey.objects.filter(hash=_hash(key), used_at=None).update(used_at=timezone.now())
    if not used:
        raise KeyRefused(_("This link was used before, or is not ours. Start Recert again for a new one."), field="key")
    Person.objects.filter(pk=actor.pk).update(is_operator=True)
    record_change(actor, verb="make operator", about=("person", actor.pk), holder=actor)
    actor.is_operator = True
    return actor


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()
