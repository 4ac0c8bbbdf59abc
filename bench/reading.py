"""Read activities as the CMA (AAMA) rules do, for those who only solve: window, units, length, duplicates, splits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from recert.rules.transcript import FINE, Activity

POINTS = {
    "aama_ceu": 100, "contact_hour": 100, "clock_hour": 100, "cme": 100, "cne": 100, "ce_credit": 100, "point": 100,
    "college_credit": 1500, "iacet_ceu": 1000,
}  # fmt: skip
BITS = {"administrative": 1, "clinical": 2, "general": 4}
BY_POINT_ONLY = frozenset({"authoring", "presenting", "teaching", "volunteering"})

Counted = tuple[int, int, bool, bool]
"""Categories as bits, hundredths, approved, a CPR card."""


def read(transcript: Sequence[Activity], starts: date, ends: date) -> list[Counted]:
    """The parts that count."""
    seen: set[str] = set()
    return [
        part
        for one in transcript
        if starts <= one.earned_on <= ends and one.relevant is not False and _counts(one) and not again(one, seen)
        for part in _parts(one)
    ]


def is_approved(one: Activity) -> bool:
    """Approved by the AAMA, by name, by unit or as a CPR card."""
    return one.trait.unit == "aama_ceu" or "aama" in one.approved_by or one.kind == "cpr_card"


def rate_of(one: Activity) -> int:
    """Hundredths of a point for one of the unit; 0 where it counts for nothing."""
    unit, kind = one.trait.unit, one.kind
    if kind == "cpr_card" and unit == "card":
        return 400
    if kind == "employment" or (kind == "in_service" and not is_approved(one)):
        return 0
    if kind in BY_POINT_ONLY and unit not in ("point", "aama_ceu"):
        return 0
    return POINTS.get(unit, 0)


def _counts(one: Activity) -> bool:
    length = one.fine_length
    free = is_approved(one) or one.kind == "college" or length is None
    return rate_of(one) > 0 and (free or length >= 50 * FINE)


def _parts(one: Activity) -> Iterator[Counted]:
    approved = is_approved(one)
    points = (one.fine_quantity * rate_of(one) + FINE // 2) // FINE
    if one.kind == "cpr_card":
        yield BITS["clinical"], points, True, True
        return
    if len(one.category) < 2:
        yield _mask(one.category[0].categories) if one.category else 0, points, approved, False
        return
    left = points
    for share in one.category[1:]:
        part = int(points * (share.quantity or 0) / one.quantity)
        left -= part
        yield _mask(share.categories), part, approved, False
    yield _mask(one.category[0].categories), left, approved, False


def _mask(names: Sequence[str]) -> int:
    return sum(BITS.get(name, 0) for name in names)


def again(one: Activity, seen: set[str]) -> bool:
    """Whether the activity was listed before; `seen` learns its marks."""
    if one.same_as in seen or one.certificate in seen:
        return True
    seen.update(mark for mark in (one.same_as, one.certificate) if mark)
    return False
