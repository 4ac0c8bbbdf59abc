"""A change of rules that the holder can feel, until they have read what it means for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from recert.actions.occasion import Occasion, Said
from recert.records.models import Person, RuleNotice
from recert.rulebooks.library import UnknownCredential, rulebook
from recert.rules.points import hundredths
from recert.rules.wording import N_

CHANGED = N_("The rules for your %(name)s changed.")
MORE = N_("Still to earn is now %(new)s instead of %(old)s points.")
SAME = N_("What you still have to earn stays the same.")


def changed_rules(person: Person, today: date) -> Iterator[Occasion]:  # noqa: ARG001 -- every kind is asked alike
    unread = RuleNotice.objects.filter(holding__person=person, holding__closed_on=None, seen_at=None)
    for notice in unread.select_related("holding"):
        yield Occasion(
            key=f"rules:{notice.pk}",
            due_on=person.day_at(notice.noted_at),
            wording=CHANGED,
            values={"name": _name(notice.holding.credential)},
            more=(_gap(notice),),
            link=f"{reverse('history')}#notice-{notice.pk}",
        )


def _name(credential: str) -> str:
    try:
        return rulebook(credential).name
    except UnknownCredential:
        return credential


def _gap(notice: RuleNotice) -> Said:
    gap = notice.change.get("gap") or {}
    change = gap.get("change")
    if change is None or not hundredths(change):
        return SAME, {}
    return MORE, {"old": gap["old"], "new": gap["new"]}
