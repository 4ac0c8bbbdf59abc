"""Note where a school takes questions by e-mail, and where that was read; for operators alone."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from recert.actions.record_change import record_change
from recert.records.models import Institution, Person, SchoolAddress


def list_school_addresses(actor: Person) -> list[SchoolAddress]:
    """:raises DoesNotExist: for anybody but an operator."""
    if not actor.is_operator:
        raise SchoolAddress.DoesNotExist
    return list(SchoolAddress.objects.select_related("institution").order_by("institution__name"))


@transaction.atomic
def name_school_address(actor: Person, *, unitid: int, email: str, source: str, now: datetime) -> SchoolAddress:
    """An empty address takes it back. :raises DoesNotExist: for anybody but an operator, or an unknown school."""
    if not actor.is_operator:
        raise SchoolAddress.DoesNotExist
    school = Institution.objects.get(pk=unitid)
    said = {"email": email.strip(), "source": source.strip(), "named_at": now}
    row, _ = SchoolAddress.objects.update_or_create(institution=school, defaults=said)
    if not row.email:
        SchoolAddress.objects.filter(pk=row.pk).delete()
    after = {"unitid": unitid, "email": row.email, "source": row.source}
    record_change(actor, verb="name", about=("school address", unitid), holder=None, after=after)
    return row
