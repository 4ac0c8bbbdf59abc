"""One of the actor's papers, trashed or not, with what was read from it."""

from __future__ import annotations

from recert.records.models import Certificate, Person


def open_certificate(actor: Person, *, certificate_id: int) -> Certificate:
    """:raises DoesNotExist: when it is not the actor's."""
    return Certificate.objects.select_related("file").get(person=actor, pk=certificate_id)
