"""Erase those whose day has come, their papers, and what a deleted row leaves behind in the database's file."""

from __future__ import annotations

from datetime import datetime

from recert.actions.erase_person import erase_person
from recert.actions.leave import OnlyOperatorLeft
from recert.actions.record_job_run import last_success
from recert.actions.scrub_database import scrub_database
from recert.actions.sweep_vault import sweep_vault
from recert.records.models import AuditEntry, Leaving, Person

JOB = "erase leavers"


def erase_leavers(*, now: datetime) -> int:
    """How many were erased. One transaction each; whoever came back a moment before stays.

    What was erased since this last went well is scrubbed, so that an interrupted time is made up for.
    """
    due = Leaving.objects.filter(erase_at__lte=now).values_list("person", flat=True)
    erased = sum(_erased(pk, now) for pk in list(due))
    since = last_success(JOB)
    if AuditEntry.objects.filter(verb="erase", **({"at__gte": since} if since else {})).exists():
        sweep_vault()
        scrub_database()
    return erased


def is_someone_due(now: datetime) -> bool:
    """Whoever chose tomorrow should not have to wait for the day after."""
    return Leaving.objects.filter(erase_at__lte=now).exists()


def _erased(pk: int, now: datetime) -> bool:
    person = Person.objects.filter(pk=pk, leaving__erase_at__lte=now).first()
    if person is None:
        return False
    try:
        erase_person(person)
    except (OnlyOperatorLeft, Person.DoesNotExist):
        return False
    return True
