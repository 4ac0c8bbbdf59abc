"""Write down what became of a letter, after the mail server answered and never before."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from recert.actions.hand_over_letter import Handover
from recert.records.models import Letter, ReminderWishes

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=10)


@transaction.atomic
def record_handover(letter: Letter, *, handover: Handover, now: datetime) -> None:
    row = Letter.objects.filter(pk=letter.pk)
    if handover.became == "taken":
        row.update(handed_at=now, lease_until=None, trouble="")
    elif handover.became == "refused":
        row.update(refused_at=now, lease_until=None, trouble=handover.trouble)
        if letter.person_id:
            ReminderWishes.objects.filter(person_id=letter.person_id).update(refused_address=letter.to)
    else:
        wait = next_wait(letter.attempts)
        row.update(next_try_at=now + wait, lease_until=None, trouble=handover.trouble)


def next_wait(attempts: int) -> timedelta:
    """Twice as long each time, but never so long that a server that is back waits for us.

    >>> [next_wait(attempts).seconds // 60 for attempts in (1, 2, 3, 4, 5, 50)]
    [1, 2, 4, 8, 10, 10]
    """
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(attempts - 1, 10)))
