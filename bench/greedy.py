"""A plain greedy loop, as one would first write it: one pass over the rows, each put where most is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bench.reading import BY_POINT_ONLY, POINTS
from recert.rules.transcript import FINE, Activity


def greedy(transcript: Sequence[Activity], starts: date, ends: date) -> int:  # noqa: C901, PLR0912 - calls would slow it
    """The gap in hundredths that remains after putting each activity where most is missing."""
    missing = {"administrative": 1000, "clinical": 1000, "general": 1000}
    total = approved = outside = cards = 0
    seen: set[str] = set()
    for one in transcript:
        if not starts <= one.earned_on <= ends or one.relevant is False:
            continue
        unit, kind = one.trait.unit, one.kind
        own = unit == "aama_ceu" or "aama" in one.approved_by
        if kind == "cpr_card":
            own, rate = True, 400 if unit == "card" else POINTS.get(unit, 0)
        elif kind in BY_POINT_ONLY and unit not in ("point", "aama_ceu"):
            continue
        else:
            rate = POINTS.get(unit, 0)
        if not rate or kind == "employment" or (kind == "in_service" and not own):
            continue
        long = one.fine_length
        if not own and kind != "college" and long is not None and long < 50 * FINE:
            continue
        if one.same_as in seen or one.certificate in seen:
            continue
        if one.same_as:
            seen.add(one.same_as)
        if one.certificate:
            seen.add(one.certificate)
        points = (one.fine_quantity * rate + FINE // 2) // FINE
        if kind == "cpr_card":
            points = min(points, 1200 - cards)
            cards += points
            shares = [(("clinical",), points)]
        elif not own:
            points = min(points, 3000 - outside)
            outside += points
            shares = _shares(one, points)
        else:
            shares = _shares(one, points)
        total += points
        approved += points if own else 0
        for names, share in shares:
            left = share
            for name in sorted(names, key=lambda name: -missing.get(name, 0)):
                if name in missing:
                    taken = min(left, missing[name])
                    missing[name] -= taken
                    left -= taken
    return max(0, 6000 - total, 3000 - approved, sum(missing.values()))


def _shares(one: Activity, points: int) -> list[tuple[tuple[str, ...], int]]:
    """Each part's categories and points, in proportion; the last part takes what rounding leaves."""
    category = one.category
    if len(category) == 1:
        return [(category[0].categories, points)]
    shares = []
    left = points
    for share in category[:-1]:
        part = int(points * share.quantity / one.quantity)
        shares.append((share.categories, part))
        left -= part
    return [*shares, (category[-1].categories, left)] if category else []
