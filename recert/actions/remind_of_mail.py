"""Tell that certificates came by mail and wait to be confirmed, once for each day they came on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from recert.actions.occasion import Occasion
from recert.records.models import Certificate, Person
from recert.rules.wording import N_

DAYS = 14
ONE = N_("1 certificate came by mail. Look at it and confirm what it says.")
SOME = N_("%(count)s certificates came by mail. Look at them and confirm what they say.")


def mailed_certificates(person: Person, today: date) -> Iterator[Occasion]:
    """The days of the last two weeks on which some came that nobody has looked through yet."""
    since = today - timedelta(days=DAYS)
    rows = Certificate.objects.filter(person=person, came_by="mailed", trashed_at=None, received_at__date__gte=since)
    waiting = rows.filter(~Q(state="read") | Q(drafts__outcome="")).distinct().values_list("pk", "received_at")
    days = Counter(person.day_at(at) for _pk, at in waiting)
    for day, count in sorted(days.items()):
        yield Occasion(
            key=f"mail:{day}",
            due_on=day,
            wording=ONE if count == 1 else SOME,
            values={"count": str(count)},
            link=reverse("certificates"),
            series="mail",
        )
