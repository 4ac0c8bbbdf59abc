"""What the actor is reminded of now and will be told next; true also when no clock-started job ever ran."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from recert.actions.occasion import Occasion
from recert.actions.plan_reminders import write_down
from recert.actions.schedule_reminders import schedule_reminders, wishes_of
from recert.actions.signed_links import calendar_key
from recert.records.models import Person, Reminder, ReminderWishes

MOST_READ = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """`now` waits to be read, `read` was; `coming` is planned for later days, the next first."""

    wishes: ReminderWishes
    now: Sequence[Reminder]
    read: Sequence[Reminder]
    coming: Sequence[Occasion]
    calendar_key: str

    @property
    def address_is_refused(self) -> bool:
        return bool(self.wishes.refused_address) and self.wishes.refused_address == self.wishes.person.email


def list_reminders(actor: Person, *, now: datetime) -> Reminders:
    wishes, today = wishes_of(actor), actor.day_at(now)
    scheduled = schedule_reminders(actor, wishes=wishes, today=today)
    write_down(actor, scheduled, now=now)
    rows = list(Reminder.objects.filter(person=actor, withdrawn_at=None, due_on__lte=today))
    return Reminders(
        wishes=wishes,
        now=[row for row in rows if row.seen_at is None],
        read=[row for row in rows if row.seen_at is not None][:MOST_READ],
        coming=[occasion for _, occasion in scheduled if occasion.due_on > today],
        calendar_key=calendar_key(wishes),
    )
