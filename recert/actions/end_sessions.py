"""Sign somebody out on every device."""

from __future__ import annotations

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from recert.records.models import Person


def end_sessions(person: Person) -> int:
    """How many devices it was. A session says whose it is only inside, so that each is looked into."""
    sessions = Session.objects.iterator()
    theirs = [each.pk for each in sessions if each.get_decoded().get(SESSION_KEY) == str(person.pk)]
    Session.objects.filter(pk__in=theirs).delete()
    return len(theirs)
