"""Work out which days a holder's cycle runs, from what their certificate says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.read_fields import read_day
from recert.actions.refusal import Refused
from recert.rulebooks.library import AmbiguousCredential, UnknownCredential, rulebook
from recert.rules.calendar import days_after
from recert.rules.dates import CycleIsPrinted, NoRules, cycle_for, rules_for
from recert.rules.edition import Edition, Rulebook
from recert.rules.verdict import Span

AHEAD = 366
"""Days: who renews early may hold a certificate for a cycle that has not begun."""


class CycleRefused(Refused):
    """No cycle of that credential can be worked out from these days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A cycle, whose rules they are, and the edition in force when it ends."""

    rulebook: Rulebook
    edition: Edition
    cycle: Span
    certified_on: date | None
    first_cycle: bool

    def as_columns(self) -> dict[str, Any]:
        return {
            "certified_on": self.certified_on,
            "cycle_starts": self.cycle.starts,
            "cycle_ends": self.cycle.ends,
            "first_cycle": self.first_cycle,
        }


def choose_cycle(credential: str, *, days: Mapping[str, Any]) -> Chosen:
    """`days` may hold `certified_on`, `cycle_starts`, `cycle_ends` and `first_cycle`; what is printed wins.

    :raises CycleRefused: naming the credential or the day that is missing or wrong.
    """
    book = _rulebook(credential)
    certified_on, starts, ends = (_day(name, days) for name in ("certified_on", "cycle_starts", "cycle_ends"))
    edition, cycle = _cycle(book, certified_on, starts or certified_on, ends)
    first = bool(days.get("first_cycle"))
    return Chosen(rulebook=book, edition=edition, cycle=cycle, certified_on=certified_on, first_cycle=first)


def _rulebook(credential: str) -> Rulebook:
    try:
        return rulebook(credential)
    except (UnknownCredential, AmbiguousCredential) as unclear:
        raise CycleRefused(str(unclear), field="credential") from None


def _day(name: str, days: Mapping[str, Any]) -> date | None:
    return read_day(name, days[name]) if days.get(name) else None


def _cycle(book: Rulebook, certified_on: date | None, starts: date | None, ends: date | None) -> tuple[Edition, Span]:
    try:
        if starts and starts > days_after(timezone.localdate(), AHEAD):
            far = _("This day is more than a year ahead. Look at the year.")
            raise CycleRefused(far, field="certified_on" if certified_on else "cycle_starts")
        if starts and ends:
            return _printed(book, Span(starts, ends))
        if certified_on is None:
            raise CycleRefused(_("Enter the day you were certified or last recertified."), field="certified_on")
        return cycle_for(book, certified_on)
    except CycleIsPrinted:
        wanted = _("%(certifier)s prints the day your %(name)s expires. Enter it as your certificate has it.")
        words = {"certifier": book.certifier.acronym, "name": book.name}
        raise CycleRefused(wanted % words, field="cycle_ends") from None
    except NoRules:
        unknown = _("No rules of %(name)s could be confirmed for these days. Ask %(certifier)s.")
        words = {"certifier": book.certifier.name, "name": book.name}
        raise CycleRefused(unknown % words, field="credential") from None


def _printed(book: Rulebook, cycle: Span) -> tuple[Edition, Span]:
    if cycle.ends < cycle.starts:
        words = {"starts": cycle.starts, "ends": cycle.ends}
        backwards = _("The cycle ends on %(ends)s, before it starts on %(starts)s.")
        raise CycleRefused(backwards % words, field="cycle_ends")
    return rules_for(book, cycle=cycle)
