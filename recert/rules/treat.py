"""How an edition treats an activity by its traits alone: approved or not, in which categories, under which caps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from recert.rules import wording
from recert.rules.edition import Cap, Citation, Conversion, Edition, KindRule
from recert.rules.points import share_out
from recert.rules.transcript import FINE, Activity, Share, Trait, parse_category
from recert.rules.verdict import Reason


@dataclass(frozen=True, slots=True)
class Treatment:
    """What all activities of one trait share under one edition."""

    rate: int
    """Hundredths of a point for one of the unit; 0 where it counts for nothing or nobody knows."""
    approved: bool
    masks: tuple[int, ...]
    """Bit masks over the edition's categories, one to a part; 0 is no category."""
    amounts: tuple[int, ...]
    """The parts of a split, in ten-thousandths of the row's own unit; empty when there is one part."""
    caps: tuple[Cap, ...]
    """Caps that hold it, before-cycle ones apart."""
    refusals: tuple[Reason, ...]
    until: date | None
    until_cited: Citation | None
    minimum: int
    """The least length in ten-thousandths of a minute; 0 where none is asked."""
    conversion: Conversion | None

    def points(self, activity: Activity) -> int:
        """The activity's points in hundredths, a half rounded up."""
        return (activity.fine_quantity * self.rate + FINE // 2) // FINE

    def parts(self, points: int) -> Iterator[tuple[int, int]]:
        """(mask, hundredths) of each part; the parts always add up to the points."""
        if self.amounts:
            return zip(self.masks, share_out(points, self.amounts), strict=True)
        return iter(((self.masks[0], points),))


@lru_cache(maxsize=20_000)
def treatment(edition: Edition, trait: Trait) -> Treatment:
    """Work out, once for each trait, how the edition treats it."""
    kind, unit = trait.kind, trait.unit
    rule = kind_rule(edition, kind)
    approved = _approved(edition, rule, unit, trait.approved_by)
    conversion = _conversion(edition, rule, kind, unit)
    shares = (Share((rule.counts_in,)),) if rule and rule.counts_in else parse_category(trait.category)
    rate = conversion.points if conversion and conversion.points is not None else 0
    return Treatment(
        rate=rate,
        approved=approved,
        masks=tuple(mask(edition, share) for share in shares) or (0,),
        amounts=tuple(int(share.quantity * FINE) for share in shares if share.quantity is not None),
        caps=tuple(cap for cap in edition.caps if _selects(cap, approved, kind, unit)),
        refusals=tuple(_refusals(rule, approved, trait, conversion)),
        until=rule.until if rule else None,
        until_cited=rule.cited if rule else None,
        minimum=_minimum(edition, approved, "college" if unit == "college_credit" else kind),
        conversion=conversion,
    )


def kind_rule(edition: Edition, kind: str) -> KindRule | None:
    """The edition's rule for a kind of activity; None where it has none and the kind is accepted."""
    return next((rule for rule in edition.kinds if rule.kind == kind), None)


def mask(edition: Edition, share: Share) -> int:
    """The share's categories as bits in the edition's order; categories it does not know count nowhere."""
    return sum(1 << i for i, name in enumerate(edition.categories) if name in share.categories)


def _approved(edition: Edition, rule: KindRule | None, unit: str, approved_by: frozenset[str]) -> bool:
    approver = edition.approver
    if approver is None:
        return False
    return approver.id in approved_by or unit in approver.units or bool(rule and rule.approved)


def _conversion(edition: Edition, rule: KindRule | None, kind: str, unit: str) -> Conversion | None:
    if rule and rule.only_units and unit not in rule.only_units:
        return None
    fitting = [c for c in edition.conversions if c.unit == unit and (not c.kinds or kind in c.kinds)]
    return max(fitting, key=lambda c: bool(c.kinds), default=None)


def _selects(cap: Cap, approved: bool, kind: str, unit: str) -> bool:
    of = cap.of
    if of.before_cycle or (of.approved is not None and of.approved != approved):
        return False
    return (not of.kinds or kind in of.kinds) and (not of.units or unit in of.units)


def _minimum(edition: Edition, approved: bool, kind: str) -> int:
    least = edition.minimum_length
    if least is None or approved or kind in least.exempt_kinds:
        return 0
    return least.minutes * FINE


def _refusals(rule: KindRule | None, approved: bool, trait: Trait, conversion: Conversion | None) -> Iterator[Reason]:
    kind, unit = trait.kind, trait.unit
    if rule and not rule.accepted and not (rule.unless_approved and approved):
        yield Reason(
            code="kind_not_accepted", wording=wording.KIND_NOT_ACCEPTED, values={"kind": kind}, cited=rule.cited
        )
    if trait.relevant is False:
        yield Reason(code="not_relevant", wording=wording.NOT_RELEVANT)
    if unit == "ceu":
        yield Reason(code="unit_ambiguous", wording=wording.UNIT_AMBIGUOUS)
    elif conversion is None or conversion.points is None:
        cited = conversion.cited if conversion else None
        yield Reason(code="conversion_unknown", wording=wording.CONVERSION_UNKNOWN, values={"unit": unit}, cited=cited)
