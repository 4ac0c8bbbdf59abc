"""Whether someone's password alone opens their account."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from recert.records.models import Person


def asks_second_step(person: Person) -> bool:
    """A passkey or an authenticator app protects the account; recovery codes alone do not."""
    ways = Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return bool(ways.exists())
