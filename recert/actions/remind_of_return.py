"""After a cycle has ended without a renewal: what the rules say about returning, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from recert.actions.check_standing import Standing, check_standing
from recert.actions.occasion import Occasion, Said
from recert.actions.remind_of_deadlines import missing
from recert.actions.safe_days import day_in, expires_on, held_since, still_to_apply
from recert.records.people import Person
from recert.rules.calendar import days_after
from recert.rules.wording import N_

DAYS_BEFORE_CLOSING = (30, 14, 7, 1)

ENDED = N_("Your %(name)s cycle ended on %(day)s.")
LAST_DAYS = N_("Your %(name)s: with points you can come back only until %(until)s.")
CLOSED = N_("Your %(name)s: coming back with points closed on %(until)s.")
UNTIL = N_("With points you can still come back until %(until)s.")
RULE = N_("The rule: %(says)s")
ASK = N_("Ask your certifier which way back is open.")
EXAM = N_("Ask your certifier about the exam.")
RENEWED = N_("Have you renewed already? Say so, and a new cycle begins here.")


def ways_back(person: Person, today: date) -> Iterator[Occasion]:
    for standing in still_to_apply(check_standing(person, today=today, shown=False)):
        yield from ways_back_of(standing, today=today)


def ways_back_of(standing: Standing, *, today: date) -> Iterator[Occasion]:
    if expires_on(standing) < today:
        yield from (each for each in _of(standing) if held_since(standing) <= each.due_on)


def _of(standing: Standing) -> Iterator[Occasion]:
    ended, closes = expires_on(standing), day_in(standing.document["dates"], "ce_route_closes_on")
    ways: tuple[Said, ...] = ((UNTIL, {"until": closes.isoformat()}), *_rule(standing)) if closes else ((ASK, {}),)
    yield _occasion(standing, days_after(ended, 1), (ENDED, {"day": ended.isoformat()}), (*ways, (RENEWED, {})))
    if closes is None:
        return
    until = {"until": closes.isoformat()}
    for days in DAYS_BEFORE_CLOSING:
        due_on = days_after(closes, -days)
        if due_on > days_after(ended, 1):
            yield _occasion(standing, due_on, (LAST_DAYS, until), tuple(missing(standing, until=closes, day=due_on)))
    yield _occasion(standing, days_after(closes, 1), (CLOSED, until), ((EXAM, {}), (RENEWED, {})))


def _rule(standing: Standing) -> Iterator[Said]:
    lapse = standing.document["dates"].get("lapse")
    if lapse and lapse.get("says"):
        yield RULE, {"says": lapse["says"]}


def _occasion(standing: Standing, due_on: date, first: Said, more: tuple[Said, ...]) -> Occasion:
    wording, values = first
    return Occasion(
        key=f"lapse:{standing.holding_id}:{due_on}",
        due_on=due_on,
        wording=wording,
        values={"name": standing.name, **values},
        more=more,
        link=reverse("standing", args=[standing.holding_id]),
        series=f"lapse:{standing.holding_id}",
    )
