"""Which activities buy nothing: without them the standing is the same, worked out by evaluating it again."""

from __future__ import annotations

from collections.abc import Sequence

from recert.packet.values import is_countable
from recert.rules.evaluate import evaluate
from recert.rules.transcript import Activity
from recert.rules.verdict import Verdict

Standing = tuple[bool | None, int, tuple[tuple[str, int | None, bool | None], ...]]


MOST_TRIED = 200
"""A transcript with more that counts and needs papers is no case of today; the rest of it is then not tried."""


def buys_nothing(verdict: Verdict, activities: Sequence[Activity]) -> frozenset[str]:
    """Ids that count and may all be left out together without changing what is met, missing or short.

    Only what needs papers is tried, the last in file order first: what is on the official transcript costs nothing to
    keep. Each is taken out on top of those before it, so that the answer holds for all of them at once. What counts
    nothing anyway changes nothing either, and is put aside before.
    """
    pairs = [(each, outcome) for each, outcome in zip(activities, verdict.activities, strict=True) if outcome.counted]
    wanted, kept, spare = _standing(verdict), [activity for activity, _ in pairs], set[str]()
    needing = [activity for activity, outcome in reversed(pairs) if not outcome.approved and is_countable(outcome)]
    for activity in needing[:MOST_TRIED]:
        without = [each for each in kept if each is not activity]
        if _standing(_again(verdict, without)) == wanted:
            kept = without
            spare.add(activity.id)
    return frozenset(spare)


def _again(verdict: Verdict, activities: Sequence[Activity]) -> Verdict:
    return evaluate(
        activities,
        edition=verdict.edition,
        cycle=verdict.cycle,
        as_of=verdict.as_of,
        first_cycle=verdict.first_cycle,
    )


def _standing(verdict: Verdict) -> Standing:
    return verdict.met, verdict.gap.points, tuple((f.about, f.short, f.met) for f in verdict.findings)
