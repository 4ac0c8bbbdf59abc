"""The sweep: plan what is due, write the letters, hand them over; every step may be the last, and nothing is lost."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils import timezone

from recert.actions.check_clock import check_clock
from recert.actions.claim_letter import claim_letter
from recert.actions.freshen_letter import freshen_letter
from recert.actions.gather_reminders import gather_reminders, people_to_tell
from recert.actions.hand_over_letter import hand_over_letter
from recert.actions.look_for_new_courses import look_for_new_courses, people_who_saved
from recert.actions.pass_on_kept_messages import pass_on_kept_messages
from recert.actions.plan_reminders import people_to_plan, plan_reminders
from recert.actions.record_handover import record_handover
from recert.records.people import Person

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


class SomeFailed(Exception):
    """Not everybody could be planned for; the others were. The message counts them."""


def sweep(clock: Clock = timezone.now) -> str:
    """What was done, in one line.

    :raises ClockOutOfStep: when the machine's clock cannot be right; nothing is planned or sent by it.
    :raises SomeFailed: after everything else is done.
    """
    check_clock(clock())
    failed = each_apart(people_who_saved(clock()), lambda person: look_for_new_courses(person, now=clock()))
    failed += each_apart(people_to_plan(clock()), lambda person: plan_reminders(person, now=clock()))
    failed += each_apart(people_to_tell(), lambda person: gather_reminders(person, now=clock()))
    pass_on_kept_messages(now=clock())
    became = deliver(clock)
    said = f"{became['taken']} letters taken, {became['refused']} refused, {became['later']} put off"
    if failed:
        raise SomeFailed(f"{failed} people could not be reminded; {said}")
    return said


def each_apart(people: Iterable[Person], do: Callable[[Person], object]) -> int:
    """How many it failed for: one person's trouble is not the next one's."""
    failed = 0
    for person in people:
        try:
            do(person)
        except Exception:
            log.exception("Person %s could not be reminded.", person.pk)
            failed += 1
    return failed


def deliver(clock: Clock = timezone.now) -> Counter[str]:
    """Hand over whatever waits, one letter at a time; stop when the server is away, for it is away for all."""
    became: Counter[str] = Counter()
    while (letter := claim_letter(now=clock())) is not None:
        fresh = freshen_letter(letter, now=clock())
        if fresh is None:
            became["withdrawn"] += 1
            continue
        handover = hand_over_letter(fresh)
        record_handover(fresh, handover=handover, now=clock())
        became[handover.became] += 1
        if handover.away:
            break
    return became
