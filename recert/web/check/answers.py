"""Ask the rules about one course: its answer, the rule behind its points, and what it does to a holder's standing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from recert.actions.check_activity import check_activity
from recert.actions.imagine_standing import imagine_standing
from recert.records.models import Person
from recert.rules.calendar import months_after
from recert.rules.edition import Citation, Rulebook
from recert.rules.points import as_text, hundredths
from recert.rules.transcript import Activity, unit_read
from recert.topics.outline import outline
from recert.topics.suggest import Suggestion, suggest
from recert.web.base.rule_words import current_edition
from recert.web.check.forms import CheckForm

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filled:
    """A requirement the course would help with: how much of what was missing."""

    about: str
    filled: str
    short: str


def answered(asker: Person | None, form: CheckForm, *, today: date) -> Document:
    """Everything the page shows about a valid form.

    :raises CycleRefused: when the days given make no cycle.
    """
    activity, rules = form.activity(today=today), form.rules
    days, assumed = _days(form, activity, today)
    answer = check_activity(asker, credential=rules.credential, days=days, activity=activity, today=today)
    said = {reason["text"] for reason in answer["reasons"]}
    return {
        "answer": answer,
        "questions": [q for q in answer["questions"] if q["code"] != "proof_missing" and q["text"] not in said],
        "rules": rules,
        "activity": activity,
        "assumed": assumed,
        "conversion": conversion_of(rules, activity),
        "suggestions": suggestions_for(rules, activity),
        **(effect(asker, form.holding.pk, activity, today=today) if asker and form.holding else {}),
    }


def _days(form: CheckForm, activity: Activity, today: date) -> tuple[Document, bool]:
    """The days of the cycle, and whether we had to assume them."""
    if form.holding is not None:
        held = form.holding
        return {
            "cycle_starts": held.cycle_starts,
            "cycle_ends": held.cycle_ends,
            "first_cycle": held.first_cycle,
        }, False
    certified_on, ends = form.cleaned_data["certified_on"], form.cleaned_data["cycle_ends"]
    if certified_on or ends:
        starts = certified_on or months_after(ends, -_months(form.rules))
        return {"certified_on": certified_on, **({"cycle_starts": starts, "cycle_ends": ends} if ends else {})}, False
    starts = min(activity.earned_on, today).replace(day=1)
    return {"cycle_starts": starts, "cycle_ends": months_after(starts, _months(form.rules)) - timedelta(days=1)}, True


def _months(rules: Rulebook) -> int:
    edition = current_edition(rules)
    return edition.cycle.months if edition is not None else 12


def conversion_of(rules: Rulebook, activity: Activity) -> Citation | None:
    """The rule that turns the course's unit into points."""
    edition = current_edition(rules)
    unit = unit_read(activity.unit, activity.approved_by, activity.quantity, activity.minutes)
    found = [c for c in edition.conversions if c.unit == unit] if edition is not None else []
    return next((c.cited for c in found if not c.kinds or activity.kind in c.kinds), None)


def suggestions_for(rules: Rulebook, activity: Activity) -> tuple[Suggestion, ...]:
    """Areas the title speaks of, where the area is open and the certifier's own outline could be read."""
    if activity.category or rules.certifier.id != "aama":
        return ()
    return suggest(activity.title, outline("aama"))


def effect(asker: Person, holding_id: int, activity: Activity, *, today: date) -> Document:
    """What the course would do to the holder's own standing."""
    before, after = imagine_standing(asker, holding_id=holding_id, today=today, extra=(activity,))
    return {
        "filled": filled(before, after),
        "done": after["met"] and not before["met"],
        "still": after["gap"]["points"],
    }


def filled(before: Document, after: Document) -> list[Filled]:
    """The requirements that come nearer.

    >>> was, now = ({"findings": [{"about": "clinical", "short": short}]} for short in ("6", "2.5"))
    >>> filled(was, now)
    [Filled(about='clinical', filled='3.5', short='6')]
    """
    rows = []
    for was, now in zip(before["findings"], after["findings"], strict=True):
        if was["short"] is not None and now["short"] is not None and Decimal(now["short"]) < Decimal(was["short"]):
            gained = as_text(hundredths(was["short"]) - hundredths(now["short"]))
            rows.append(Filled(was["about"], gained, was["short"]))
    return rows
