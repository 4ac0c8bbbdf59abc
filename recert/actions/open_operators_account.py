"""Make the account of the first operator: who holds the one-time key need not confirm their address by mail."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.make_operator import make_operator
from recert.actions.refusal import Refused
from recert.records.models import Person


class AddressTaken(Refused):
    """Someone has an account with this address already."""


@transaction.atomic
def open_operators_account(_actor: None, *, key: str, email: str, password: str) -> Person:
    """:raises KeyRefused: for a key that is unknown or used; :raises AddressTaken: when the person should sign in first."""
    if Person.objects.filter(email__iexact=email).exists():
        raise AddressTaken(_("This address has an account. Sign in first, then open the link again."), field="email")
    person = Person.objects.create_user(email, password)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return make_operator(person, key=key)
