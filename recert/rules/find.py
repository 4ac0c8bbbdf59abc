"""One finding for each requirement, and the gap: what the best allocation leaves to earn, and of what kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recert.rules import wording
from recert.rules.allocate import NO_CATEGORY
from recert.rules.best import Best
from recert.rules.count import Part
from recert.rules.edition import Cap, Edition, Requirement
from recert.rules.points import as_text
from recert.rules.screen import Screened
from recert.rules.verdict import Finding, Gap, Need, Outcome, Reason


def earned(parts: Sequence[Part], best: Best, edition: Edition) -> Counter[str]:
    """What the best allocation counts towards each requirement, in hundredths."""
    sums: Counter[str] = Counter()
    names = edition.categories
    for part, chosen in zip(parts, best.allocation, strict=True):
        counted = sum(chosen.values())
        sums["total"] += counted
        sums["approved"] += counted if part.group.approved else 0
        for category, points in chosen.items():
            if category != NO_CATEGORY:
                sums[names[category]] += points
    return sums


def findings(requirements: Sequence[Requirement], sums: Mapping[str, int]) -> tuple[Finding, ...]:
    """How each requirement stands; one whose number nobody knows is neither met nor short."""
    return tuple(_finding(asked, sums.get(asked.about, 0)) for asked in requirements)


def _finding(asked: Requirement, got: int) -> Finding:
    short = None if asked.needed is None else max(0, asked.needed - got)
    met = None if short is None else short == 0
    return Finding(about=asked.about, needed=asked.needed, earned=got, short=short, met=met, cited=asked.cited)


def met(found: Sequence[Finding]) -> bool | None:
    """Whether all is met; None when only unknown numbers stand in the way."""
    answers = {finding.met for finding in found}
    return False if False in answers else None if None in answers else True


def gap(points: int, found: Sequence[Finding]) -> Gap:
    """The gap by kind: each category or approval still short; the total only where nothing narrower is."""
    short = [Need(f.about, f.short) for f in found if f.short]
    narrower = tuple(need for need in short if need.about != "total")
    return Gap(points, narrower or tuple(short))


def outcomes(screened: Sequence[Screened], parts: Sequence[Part], best: Best, edition: Edition) -> tuple[Outcome, ...]:
    """What became of every activity, left-out ones too, in file order."""
    counted: dict[int, Counter[int]] = {}
    for part, chosen in zip(parts, best.allocation, strict=True):
        counted.setdefault(part.row, Counter()).update(chosen)
    return tuple(_outcome(one, counted.get(row, Counter()), edition) for row, one in enumerate(screened))


def _outcome(one: Screened, chosen: Counter[int], edition: Edition) -> Outcome:
    counted = chosen.total()
    reasons = one.reasons
    if one.counts:
        reasons = (*_over_cap(one, counted, edition), *_no_category(one, edition))
    names = edition.categories
    by_name = {names[i]: chosen[i] for i in sorted(chosen) if i != NO_CATEGORY and chosen[i]}
    return Outcome(
        id=one.activity.id,
        points=one.points,
        counted=counted,
        counted_as=by_name,
        reasons=tuple(reasons),
        approved=one.treatment.approved,
    )


def _over_cap(one: Screened, counted: int, edition: Edition) -> Iterator[Reason]:
    if counted == one.points:
        return
    for cap in _caps_on(one, edition):
        values = {"at_most": as_text(cap.at_most), "counted": as_text(counted), "points": as_text(one.points)}
        yield Reason(code="over_cap", wording=wording.OVER_CAP, values=values, cited=cap.cited)
        return


def _caps_on(one: Screened, edition: Edition) -> Iterator[Cap]:
    yield from one.treatment.caps
    if one.early:
        yield from (cap for cap in edition.caps if cap.of.before_cycle)


def _no_category(one: Screened, edition: Edition) -> Iterator[Reason]:
    """One code for both, but other words: an area left open may still turn out to be one that is asked for."""
    if edition.categories and 0 in one.treatment.masks:
        stated = any(share.categories for share in one.activity.category)
        yield Reason(code="no_category", wording=wording.NO_CATEGORY if stated else wording.AREA_NOT_STATED)
