"""Which amount a paper awards, in which unit: hours before CEUs, never a limit, never a part, never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from recert.capture.certificates.amounts import Amount

HOURS = (
    "contact_hour",
    "cne",
    "clock_hour",
    "cme",
    "ce_credit",
    "ce_hour",
    "point",
    "hour",
    "credit",
    "college_credit",
)
CEUS = ("ceu", "aama_ceu", "iacet_ceu")
UNIT = {"hour": "contact_hour", "ce_hour": "contact_hour", "credit": "ce_credit"}
MOST = Decimal(80)


@dataclass(frozen=True, slots=True)
class Awarded:
    """The amount chosen and how sure we are; `doubts` name what speaks against it."""

    amount: Amount
    unit: str
    confidence: float
    unit_confidence: float
    doubts: tuple[str, ...] = ()


def awarded(amounts: Sequence[Amount], approved_by: Sequence[str]) -> Awarded | None:
    """Choose among the amounts of a paper; None where it prints none."""
    real = [one for one in amounts if one.said not in ("base", "each", "part") and one.quantity > 0]
    real = _without_plain_hours(_without_points(real))
    if not real:
        return None
    firm = [one for one in real if one.said != "limit"]
    plain = [one for one in firm if one.said != "mentioned"] or firm
    hours = [one for one in plain if one.unit not in CEUS]
    ceus = [one for one in plain if one.unit in CEUS]
    chosen = _chosen(hours) or _chosen(ceus) or real[0]
    doubts = [*_conflicts(chosen, hours if chosen.unit not in CEUS else ceus), *_ceu_doubts(chosen, ceus)]
    if not firm:
        doubts.append("limit")
    if chosen.said == "mentioned":
        doubts.append("mentioned")
    if chosen.quantity > MOST:
        doubts.append("large")
    if is_open := chosen.unit == "hour" and any(one.said == "given" for one in ceus):
        doubts.append("several")  # which of the two was awarded
    if chosen.unit == "hour" and chosen.said != "given" and not ceus:
        doubts.append("length")
    unit, unit_sure = _unit(chosen, ceus, approved_by, beside_others=any(one.unit != "point" for one in amounts))
    if chosen.unit == "credit" and (offered := [one for one in real if one.unit not in ("credit", "hour", "point")]):
        unit = UNIT.get(offered[0].unit, offered[0].unit)  # "Claimed: 0.75", of what was offered by its proper name
    if is_open or (doubts and len({one.unit for one in hours or real if one.unit not in CEUS}) > 1):
        unit_sure = min(unit_sure, 0.7)
    return Awarded(chosen, unit, 0.6 if doubts else 0.97, unit_sure, tuple(doubts))


def _without_plain_hours(amounts: list[Amount]) -> list[Amount]:
    """Hours and credits by a proper name make mere hours and credits beside them unimportant.

    Only of CEUs they tell the size: eight hours beside 0.8 CEU are what was done.
    """
    proper = [one for one in amounts if one.unit not in ("hour", "credit")]
    same = {one.quantity for one in proper}
    tenfold = {one.quantity * 10 for one in proper} if all(one.unit in CEUS for one in proper) else set()
    keep = [
        one
        for one in amounts
        if one.unit not in ("hour", "credit")
        or (one.quantity not in same and (one.said == "given" or one.quantity in tenfold))
    ]
    return keep if proper else amounts


def _without_points(amounts: list[Amount]) -> list[Amount]:
    """Points beside credit are what it is worth to somebody else, or how well it was done."""
    others = [one for one in amounts if one.unit != "point"]
    return others if any(one.unit != "hour" for one in others) else amounts


def _chosen(amounts: Sequence[Amount]) -> Amount | None:
    """The one that is given, else the first; the better named unit where several amounts are equal."""
    if not amounts:
        return None
    given = [one for one in amounts if one.said == "given"] or list(amounts)
    first = given[0]
    equal = [one for one in given if one.quantity == first.quantity]
    return (
        min(equal, key=lambda one: HOURS.index(one.unit) if one.unit in HOURS else 0) if first.unit in HOURS else first
    )


def _conflicts(chosen: Amount, others: Sequence[Amount]) -> list[str]:
    rivals = [one for one in others if one.quantity != chosen.quantity]
    if chosen.said == "given":
        rivals = [one for one in rivals if one.said == "given" or one.unit not in ("hour", "credit")]
    return ["several"] if rivals else []


def _ceu_doubts(chosen: Amount, ceus: Sequence[Amount]) -> list[str]:
    """Hours and CEUs on one paper must tell one story: ten hours to a CEU (rounded), or one."""
    if chosen.unit in CEUS or not ceus:
        return []
    tells = [
        abs(one.quantity * 10 - chosen.quantity) <= Decimal("0.5") or one.quantity == chosen.quantity for one in ceus
    ]
    return [] if any(tells) else ["ceu_mismatch"]


def _unit(
    chosen: Amount, ceus: Sequence[Amount], approved_by: Sequence[str], *, beside_others: bool
) -> tuple[str, float]:
    if chosen.unit == "ceu":
        for body, unit in (("iacet", "iacet_ceu"), ("aama", "aama_ceu")):
            if body in approved_by and not {"iacet", "aama"} <= set(approved_by):
                return unit, 0.9
        return "ceu", 0.6
    if chosen.unit == "credit":
        return "ce_credit", 0.7
    if chosen.unit == "point" and beside_others:
        return "point", 0.7
    if chosen.unit == "hour":
        return "contact_hour", 0.82 if chosen.said == "given" or ceus else 0.7
    return UNIT.get(chosen.unit, chosen.unit), 0.88 if chosen.unit == "ce_hour" else 0.97
