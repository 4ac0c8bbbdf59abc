"""Erase everything about somebody who asked for it; the audit trail keeps only that it happened."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q

from recert.actions.end_sessions import end_sessions
from recert.actions.leave import refuse_only_operator
from recert.actions.record_change import record_change
from recert.records.models import (
    Activity,
    AuditEntry,
    Certificate,
    Draft,
    Holding,
    ImportDraft,
    KeptMessage,
    Letter,
    Person,
)

LOCKED = ((Holding, "person"), (Certificate, "person"), (Draft, "certificate__person"), (Activity, "person"),
          (ImportDraft, "person"))  # fmt: skip


@transaction.atomic
def erase_person(person: Person) -> None:
    """Their files go with the next sweep of the vault, and the traces in the database's free pages when it is scrubbed.

    :raises OnlyOperatorLeft: when nobody else operates the installation.
    :raises DoesNotExist: when they are erased already.
    """
    _wait_for_changes_under_way(person)
    refuse_only_operator(person)
    addresses = _addresses(person)
    record_change(None, verb="erase", about=("person", person.pk), holder=person)
    # Without its salt a digest tells nobody what it was made of, and the chain of digests still holds.
    mine = AuditEntry.objects.filter(Q(holder=person) | Q(actor=person))
    mine.update(actor=None, holder=None, before=None, after=None, object_id=None, salt="")
    KeptMessage.objects.filter(_one_of("to", addresses)).delete()
    Letter.objects.filter(_one_of("to", addresses) | Q(person=person)).delete()
    end_sessions(person)
    Person.objects.filter(pk=person.pk).delete()


def _addresses(person: Person) -> set[str]:
    """Mail may have gone to an address that was changed later."""
    return {person.email, *EmailAddress.objects.filter(user=person).values_list("email", flat=True)}


def _one_of(column: str, addresses: set[str]) -> Q:
    found = Q()
    for address in sorted(addresses):
        found |= Q(**{f"{column}__iexact": address})
    return found


def _wait_for_changes_under_way(person: Person) -> None:
    """Lock in the order of every other verb, so that none waits in a ring: rows, person, the end of the trail."""
    for table, owner in LOCKED:
        rows = table._default_manager.filter(**{owner: person}).order_by("pk")
        list(rows.select_for_update(of=("self",)).values_list("pk"))
    Person.objects.select_for_update().get(pk=person.pk)
