"""The people every test knows: Dana, Luz, Evan, Rosa, Prof. Okafor and Sam."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress

from recert.records.people import Person


def someone(name: str, **fields: object) -> Person:
    """A person who has confirmed their address and signs in with `password`."""
    address = f"{name.rsplit(maxsplit=1)[-1].lower()}@example.org"
    person = Person.objects.create_user(address, "password", name=name, **fields)
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    return person


@pytest.fixture
def dana(db: None) -> Person:
    """Holds a CMA (AAMA) and is short."""
    return someone("Dana")


@pytest.fixture
def luz(db: None) -> Person:
    """Holds an RMA and a CCMA and reads Spanish."""
    return someone("Luz", language="es")


@pytest.fixture
def evan(db: None) -> Person:
    """A stranger who must see nothing."""
    return someone("Evan")


@pytest.fixture
def rosa(db: None) -> Person:
    """Manages the clinic."""
    return someone("Rosa")


@pytest.fixture
def okafor(db: None) -> Person:
    """Provides courses."""
    return someone("Prof. Okafor")


@pytest.fixture
def sam(db: None) -> Person:
    """Operates the installation."""
    return someone("Sam", is_operator=True)
