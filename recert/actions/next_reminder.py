"""The next day on which the actor will be reminded of what a standing says, if they want to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from recert.actions.check_standing import Standing
from recert.actions.occasion import Occasion
from recert.actions.remind_of_deadlines import deadlines_of
from recert.actions.remind_of_proof import missing_proof_of
from recert.actions.remind_of_return import ways_back_of
from recert.actions.safe_days import still_to_apply
from recert.records.models import Person, ReminderWishes

OF_A_STANDING: Mapping[str, Callable[..., Iterable[Occasion]]] = {
    "deadline": deadlines_of,
    "proof": missing_proof_of,
    "lapse": ways_back_of,
}


def next_reminder(actor: Person, *, standings: Sequence[Standing], today: date) -> date | None:
    """None when nothing is planned, or every channel is switched off. Two queries."""
    wishes = ReminderWishes.objects.filter(person=actor).first() or ReminderWishes(person=actor)
    if not (wishes.by_email or wishes.in_app or wishes.by_calendar):
        return None
    to_apply = still_to_apply(standings)
    days = [
        occasion.due_on
        for kind, of in OF_A_STANDING.items()
        if kind not in wishes.unwanted
        for standing in to_apply
        for occasion in of(standing, today=today)
        if occasion.due_on > today and occasion.series not in wishes.stopped
    ]
    return min(days, default=None)
