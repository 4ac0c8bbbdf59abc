"""Give the actor an address for certificates that nobody could guess; a new one ends the old."""

from __future__ import annotations

import secrets

from django.db import transaction

from recert.actions.record_change import record_change
from recert.records.models import ImportAddress, Person

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 20
"""Of 31 letters that cannot be mistaken for each other: 99 bits."""


@transaction.atomic
def renew_import_address(actor: Person) -> ImportAddress:
    """The address is on from now."""
    word = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    values = {"word": word, "is_on": True}
    address, _new = ImportAddress.objects.update_or_create(person=actor, defaults=values)
    record_change(actor, verb="renew", about=("import address", address.pk), holder=actor)
    return address
