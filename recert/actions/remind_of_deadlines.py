"""Months, weeks and days before the latest safe day of each way to apply: what is missing, and the pace that suffices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from recert.actions.check_standing import Standing, check_standing
from recert.actions.occasion import Occasion, Said
from recert.actions.remind_of_application import sent_holdings
from recert.actions.safe_days import SafeDay, held_since, safe_days, still_to_apply
from recert.actions.suggest_pace import pace
from recert.records.people import Person
from recert.rules.calendar import days_after, months_before
from recert.rules.document import done_by, without_proof
from recert.rules.points import hundredths
from recert.rules.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """So long before a safe day; `each_way`: also for the quicker ways that are left when the slowest is too late."""

    name: str
    months: int = 0
    days: int = 0
    each_way: bool = False

    def before(self, day: date) -> date:
        return days_after(months_before(day, self.months), -self.days)


STEPS = (
    Step(name="12m", months=12),
    Step(name="6m", months=6),
    Step(name="3m", months=3),
    Step(name="6w", days=42),
    Step(name="3w", days=21),
    Step(name="1w", days=7, each_way=True),
    Step(name="3d", days=3),
    Step(name="1d", days=1, each_way=True),
)

APPLY_BY = N_("Renew your %(name)s: apply by %(day)s.")
ANY_WAY = N_("That day is early enough for every way to apply, also the slowest. Slowest: %(route)s.")
LAST_FOR = N_("It is the last safe day for this way to apply: %(route)s.")
ONLY_DAY = N_("It is the last day of your cycle. Your certifier publishes no processing time: be early.")
NOTHING_MISSING = N_("You have what it takes. What is left is to apply.")
ONE_MISSING = N_("Still to earn: 1 point.")
MISSING = N_("Still to earn: %(points)s points.")
TO_COME = N_("You have what it takes once what is still to come is done, on %(day)s. Then apply.")
ONE_PAPER = N_("You have the points. 1 activity that counts has no certificate yet: attach it, then apply.")
PAPERS = N_("You have the points. %(count)s activities that count have no certificate yet: attach them, then apply.")
UNKNOWN = N_("How much is needed is not published. Ask your certifier.")
PACE = {
    "month": N_("About %(pace)s a month will get you there in time."),
    "week": N_("About %(pace)s a week will get you there in time."),
}


def deadlines(person: Person, today: date) -> Iterator[Occasion]:
    sent = sent_holdings(person)
    for standing in still_to_apply(check_standing(person, today=today, shown=False)):
        if standing.holding_id not in sent:
            yield from deadlines_of(standing, today=today)


def deadlines_of(standing: Standing, *, today: date) -> Iterator[Occasion]:
    slowest, *quicker = safe_days(standing)
    since = held_since(standing)
    for step in STEPS:
        for safe in [slowest, *(quicker if step.each_way else [])]:
            due_on = step.before(safe.apply_by)
            is_next = safe is slowest or due_on > slowest.apply_by
            if is_next and since <= due_on and today <= safe.apply_by:
                yield _occasion(standing, step, safe, said=tuple(_said(standing, safe, slowest, max(today, due_on))))


def _occasion(standing: Standing, step: Step, safe: SafeDay, *, said: tuple[Said, ...]) -> Occasion:
    holding = standing.holding_id
    return Occasion(
        key=f"deadline:{holding}:{safe.route or 'end'}:{safe.apply_by}:{step.name}",
        due_on=step.before(safe.apply_by),
        wording=APPLY_BY,
        values={"name": standing.name, "day": safe.apply_by.isoformat()},
        more=said,
        link=reverse("standing", args=[holding]),
        series=f"deadline:{holding}",
    )


def _said(standing: Standing, safe: SafeDay, slowest: SafeDay, day: date) -> Iterator[Said]:
    """What is missing and how to get there, as it will stand on the day if nothing is added until then."""
    yield from missing(standing, until=safe.apply_by, day=day)
    if not safe.route:
        yield ONLY_DAY, {}
    else:
        yield (ANY_WAY if safe is slowest else LAST_FOR), {"route": safe.route}


def missing(standing: Standing, *, until: date, day: date) -> Iterator[Said]:
    """How much is missing, and the pace that suffices from that day on."""
    yield from still_missing(standing.document)
    points = hundredths(standing.document["gap"]["points"])
    if found := pace(points, today=day, until=until):
        yield PACE[found[1]], {"pace": found[0]}


def still_missing(document: Mapping[str, Any]) -> Iterator[Said]:
    points = document["gap"]["points"]
    if document["met"]:
        yield _before_applying(document)
    elif points == "0":
        yield UNKNOWN, {}
    else:
        yield (ONE_MISSING, {}) if points == "1" else (MISSING, {"points": points})


def _before_applying(document: Mapping[str, Any]) -> Said:
    """The same next step as the standing names: first what is still to come, then the papers, then to apply."""
    if last := done_by(document):
        return TO_COME, {"day": last}
    papers = len(without_proof(document))
    if papers:
        return (ONE_PAPER, {}) if papers == 1 else (PAPERS, {"count": str(papers)})
    return NOTHING_MISSING, {}
