"""What must hold in a rulebook beyond the shape of its keys: order, dates, names that fit together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from recert.rulebooks.shapes import Reading
from recert.rules.edition import Cap, Citation, Conversion, Edition, Fact, KindRule, Requirement, Rulebook

MEASURES: dict[str, type] = {
    "usd_cents": int, "days": int, "months": int, "minutes": int, "points": int, "count": int,
    "yes_no": bool, "text": str, "date": date,
}  # fmt: skip
WORDS: dict[type, str] = {int: "a whole number", bool: "true or false", str: "text", date: "a day"}
ONE_DAY = timedelta(1)


def edition(reading: Reading, it: Edition) -> None:
    """Hold one edition to what its parts promise each other."""
    _days(reading, it)
    _requirements(reading, it)
    _kinds(reading, it)
    _conversions(reading, it.conversions)
    for cap in it.caps:
        _cap(reading, cap)
    for each in it.facts:
        fact(reading, each)
    for also in it.also_required:
        _unknown(reading, also, also.required, also.cited)


def rulebook(reading: Reading, it: Rulebook) -> None:
    """Hold a rulebook's editions to one another: oldest first, without a gap or an overlap."""
    if it.editions and it.unconfirmed:
        says = ("the rulebook has editions and says 'unconfirmed'", "one of them", "take 'unconfirmed' out")
        raise reading.wrong_value(it, says)
    if not it.editions and not it.unconfirmed:
        says = ("the rulebook has no editions", "rules, or why there are none", "add editions: […] or unconfirmed: …")
        raise reading.wrong_value(it, says)
    certifier = it.credential.rpartition("-")[2]
    if certifier != it.certifier.id:
        says = (
            f"found the id '{it.credential}' and the certifier '{it.certifier.id}'",
            "<credential>-<certifier>",
            "make them agree",
        )
        raise reading.wrong_value(it, says)
    applied = [each for each in it.editions if not each.superseded]
    for older, newer in pairwise(applied):
        _follows(reading, older, newer)


def _follows(reading: Reading, older: Edition, newer: Edition) -> None:
    ends, starts = older.effective_to, newer.effective_from
    if ends is None or starts is None:
        says = (
            "two editions are in force with no day between them",
            "one per day",
            "date both, or mark one superseded: true",
        )
        raise reading.wrong_value(newer, says)
    if starts <= ends:
        says = (
            f"the edition starts on {starts} though the one before it ends on {ends}",
            "no overlap",
            "end that one the day before",
        )
        raise reading.wrong_value(newer, says)
    if starts != ends + ONE_DAY:
        says = (
            f"no edition is in force from {ends + ONE_DAY} to {starts - ONE_DAY}",
            "no gap",
            "move one of the two days",
        )
        raise reading.wrong_value(newer, says)


def _days(reading: Reading, it: Edition) -> None:
    if it.effective_from and it.effective_to and it.effective_to < it.effective_from:
        says = (
            f"the edition ends on {it.effective_to}, before it starts on {it.effective_from}",
            "the start first",
            "swap the days",
        )
        raise reading.wrong_value(it, says)
    if it.superseded and (it.effective_from or it.effective_to):
        says = (
            "a superseded edition has a day",
            "none, because it is shown and never applied",
            "remove superseded, or the days",
        )
        raise reading.wrong_value(it, says)


def _requirements(reading: Reading, it: Edition) -> None:
    names = [each.about for each in it.requirements]
    if names[:1] != ["total"] or "approved" in names[1:-1]:
        says = (
            f"the requirements stand as {', '.join(names) or 'nothing'}",
            "total, then categories, then approved",
            "put them in that order",
        )
        raise reading.wrong_value(it.requirements[0] if it.requirements else it, says)
    for name in _twice(names):
        says = (f"'{name}' is asked twice", "one number for each requirement", "keep one of them")
        raise reading.wrong_value([each for each in it.requirements if each.about == name][1], says)
    if "approved" in names and it.approver is None:
        says = ("'approved' is asked, but nobody is named who approves", "an approver", "add approver: {id: aama}")
        raise reading.wrong_value(it.requirements[-1], says)
    if (it.reduced_total is None) != (it.reduced_if_certified_after is None):
        says = (
            "the edition has 'reduced_total' or 'reduced_if_certified_after' alone",
            "both or neither",
            "add the other",
        )
        raise reading.wrong_value(it, says)
    for each in it.requirements:
        _unknown(reading, each, each.needed, each.cited)


def _kinds(reading: Reading, it: Edition) -> None:
    for name in _twice([each.kind for each in it.kinds]):
        says = (f"the kind '{name}' has two rules", "one", "put them together")
        raise reading.wrong_value([each for each in it.kinds if each.kind == name][1], says)
    for each in it.kinds:
        _kind(reading, each, it)


def _kind(reading: Reading, each: KindRule, it: Edition) -> None:
    if each.counts_in is not None and each.counts_in not in it.categories:
        says = (
            f"'{each.kind}' counts in '{each.counts_in}', which is no category here",
            f"one of: {', '.join(it.categories) or 'none is asked'}",
            "correct it",
        )
        raise reading.wrong_value(each, says)
    if each.unless_approved and each.accepted:
        says = (
            f"'{each.kind}' is accepted and also refused unless approved",
            "one",
            "add accepted: false, or drop unless_approved",
        )
        raise reading.wrong_value(each, says)


def _conversions(reading: Reading, conversions: tuple[Conversion, ...]) -> None:
    seen: set[tuple[str, str]] = set()
    for each in conversions:
        _unknown(reading, each, each.points, each.cited)
        ways = {(each.unit, kind) for kind in each.kinds or {""}}
        if ways & seen:
            says = (f"'{each.unit}' converts twice for the same kind", "one number", "keep one of them")
            raise reading.wrong_value(each, says)
        seen |= ways


def _cap(reading: Reading, cap: Cap) -> None:
    of = cap.of
    if of.approved is None and not (of.kinds or of.units or of.before_cycle or of.per_year):
        says = (
            f"the cap '{cap.about}' selects every activity",
            "a condition",
            "say which ones: approved, kinds, units or before_cycle",
        )
        raise reading.wrong_value(cap, says)


def fact(reading: Reading, it: Fact) -> None:
    """Hold a fact's value to its measure."""
    wanted = MEASURES[it.measure]
    if it.value is not None and type(it.value) is not wanted:
        says = (
            f"found '{it.value}' for '{it.about}', measured in {it.measure}",
            WORDS[wanted],
            "correct one of the two",
        )
        raise reading.wrong_value(it, says)
    _unknown(reading, it, it.value, it.cited)


def _unknown(reading: Reading, it: Requirement | Conversion | object, value: object, cited: Citation) -> None:
    if value is None and cited.confidence not in {"unknown", "conflicting"}:
        says = (
            f"the number is null, but its confidence is {cited.confidence}",
            "unknown",
            "write confidence: unknown, or the number",
        )
        raise reading.wrong_value(it, says)
    if cited.confidence == "conflicting" and len(cited.claims) < 2:
        says = ("the sources conflict, but fewer than two claims are shown", "every claim", "add claims: […, …]")
        raise reading.wrong_value(it, says)


def all_cited(reading: Reading) -> None:
    """Refuse a source nothing rests on: it would look like evidence."""
    for name, source in reading.sources.items():
        if name not in reading.cited:
            says = (
                f"the source '{name}' is never cited",
                "only sources that numbers rest on",
                "cite it, or take it out",
            )
            raise reading.wrong_value(source, says)


def _twice(names: Iterable[str]) -> list[str]:
    listed = list(names)
    return sorted({name for name in listed if listed.count(name) > 1})
