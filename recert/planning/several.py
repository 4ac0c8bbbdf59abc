"""One plan for several credentials at once: an offer that counts for more than one is bought once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from recert.planning.applying import Applying, applying
from recert.planning.catalog import Catalog, prepared
from recert.planning.choose import Bought, Choice, choose
from recert.planning.field import Field, field_of
from recert.planning.goals import Remaining
from recert.planning.holder import Holder, verdict_with
from recert.planning.model import Pick
from recert.planning.obstacles import Obstacle, obstacles, relaxations
from recert.planning.offer import Offer
from recert.planning.plan import PlanFallsShort, days_of, in_turn
from recert.planning.sums import Sums
from recert.planning.wishes import Wishes
from recert.rules.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class JointStep:
    """One chosen offer, the day to have done it by, and what it does for each credential, in the holders' order."""

    offer: Offer
    price: int
    do_by: date
    activities: tuple[str | None, ...]
    """Its id among the activities of each verdict; None where it does not count."""
    counts: tuple[int, ...]
    """The points that count, in hundredths."""
    serves: tuple[tuple[str, ...], ...]
    """The requirements that fall short without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointPlan(Sums):
    """The offers that close several gaps at once, each bought once, and every standing after them."""

    feasible: bool
    proved_optimal: bool
    steps: tuple[JointStep, ...]
    afters: tuple[Verdict, ...]
    applying: tuple[Applying, ...] = ()
    """For each credential the way to apply that the days of its steps fit; none where there is no plan."""
    purchases: tuple[Bought, ...] = ()
    why_not: tuple[Obstacle, ...] = ()
    would_help: tuple[Obstacle, ...] = ()
    remaining: Remaining | None = None


def plan_together(offers: Sequence[Offer] | Catalog, *, holders: Sequence[Holder], wishes: Wishes) -> JointPlan:
    """Choose the offers that meet every requirement of every credential, in the objectives' order.

    :raises PlanFallsShort: when the rules do not confirm the plan.
    """
    known = field_of(prepared(offers), holders, wishes)
    choice = choose(known, wishes)
    picks = choice.chosen or []
    afters = tuple(_after(picks, side, holder) for side, holder in enumerate(holders))
    if choice.chosen is None or any(after.met is None for after in afters):
        return _none(known, choice, wishes)
    if not all(after.met for after in afters):
        raise PlanFallsShort(f"with {', '.join(pick.offer.id for pick in picks)} a requirement is still short")
    ways = tuple(
        applying((one for pick in picks if (one := pick.candidates[side])), after, holder)
        for side, (holder, after) in enumerate(zip(holders, afters, strict=True))
    )
    return JointPlan(
        feasible=True,
        proved_optimal=choice.proved,
        steps=tuple(_steps(picks, holders, afters, ways)),
        afters=afters,
        applying=ways,
        purchases=choice.bought,
        remaining=choice.remaining,
    )


def _none(known: Field, choice: Choice, wishes: Wishes) -> JointPlan:
    return JointPlan(
        feasible=False,
        proved_optimal=choice.proved,
        steps=(),
        afters=tuple(_after((), side, found.holder) for side, found in enumerate(known.founds)),
        why_not=obstacles(known, wishes),
        would_help=tuple(relaxations(known, wishes)),
    )


def _after(picks: Sequence[Pick], side: int, holder: Holder) -> Verdict:
    return verdict_with(holder, (one.activity for pick in picks if (one := pick.candidates[side])))


def _steps(
    picks: Sequence[Pick], holders: Sequence[Holder], afters: Sequence[Verdict], ways: Sequence[Applying]
) -> Iterator[JointStep]:
    """In the order of their days, each early enough for every credential it is needed for."""
    days: dict[str, date] = {}
    for side, (holder, way) in enumerate(zip(holders, ways, strict=True)):
        mine = [pick for pick in picks if pick.candidates[side]]
        for offer, day in days_of(mine, holder.as_of, way.done_by).items():
            days[offer] = min(day, days.get(offer, day))
    for pick in sorted(picks, key=lambda pick: (days[pick.offer.id], *in_turn(pick.offer))):
        activities = tuple(one.activity.id if one else None for one in pick.candidates)
        yield JointStep(
            offer=pick.offer,
            price=pick.price,
            do_by=days[pick.offer.id],
            activities=activities,
            counts=tuple(_counted(after, one) for after, one in zip(afters, activities, strict=True)),
            serves=tuple(tuple(_served_by(pick, picks, side, holder)) for side, holder in enumerate(holders)),
        )


def _counted(after: Verdict, activity: str | None) -> int:
    return sum(outcome.counted for outcome in after.activities if outcome.id == activity)


def _served_by(pick: Pick, picks: Sequence[Pick], side: int, holder: Holder) -> Iterator[str]:
    """The requirements of one credential that fall short without the offer."""
    without = _after([one for one in picks if one is not pick], side, holder)
    return (finding.about for finding in without.findings if finding.short)
