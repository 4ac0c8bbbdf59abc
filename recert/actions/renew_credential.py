"""Close a cycle with its verdict as it stood that day, and open the next one."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.choose_cycle import choose_cycle
from recert.actions.hold_credential import days_of
from recert.actions.judge_holding import case_of, judge_holding
from recert.actions.read_fields import described
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Holding, Person, StoredVerdict
from recert.records.snapshots import transcript_of
from recert.rules.calendar import days_after


class RenewalRefused(Refused):
    """The day of recertification does not fit the cycle that it would close."""


@transaction.atomic
def renew_credential(
    actor: Person, *, holding_id: int, recertified_on: date, cycle_ends: date | None = None
) -> Holding:
    """The holding of the next cycle; `cycle_ends` is needed where the certifier prints it.

    :raises RenewalRefused: when the day is not after the start of the cycle, or is to come and past its end.
    :raises CycleRefused: when no next cycle follows from the days.
    :raises DoesNotExist: when the holding is not the actor's, or its cycle was closed before.
    """
    rows = Holding.objects.select_related("person").select_for_update(of=("self",))
    old = rows.get(person=actor, pk=holding_id, closed_on=None)
    if recertified_on <= old.cycle_starts:
        early = _("This cycle started on %(day)s. Enter a later day.") % {"day": old.cycle_starts}
        raise RenewalRefused(early, field="recertified_on")
    if recertified_on > max(timezone.localdate(), days_after(old.cycle_ends, 1)):
        late = _("This day is still to come, and after your cycle, which ends on %(day)s. Look at the year.")
        raise RenewalRefused(late % {"day": old.cycle_ends}, field="recertified_on")
    days = {"certified_on": recertified_on, "cycle_ends": cycle_ends}
    chosen = choose_cycle(old.credential, days=days)
    _freeze(old, recertified_on)
    Holding.objects.filter(pk=old.pk).update(closed_on=recertified_on, version=old.version + 1)
    new = Holding.objects.create(person=actor, credential=old.credential, **chosen.as_columns())
    about = ("holding", new.pk)
    after = described({"closes": old.pk, **days_of(new)})
    record_change(actor, verb="renew", about=about, holder=actor, before=described(days_of(old)), after=after)
    return new


def _freeze(holding: Holding, day: date) -> None:
    """Judge once more on the day of recertification; from then on the verdict of this cycle never changes."""
    case = case_of(holding, today=day)
    if case is None:
        return
    verdict = judge_holding(case, transcript=transcript_of(holding.person), shown=True)
    StoredVerdict.objects.filter(pk=verdict.pk).update(frozen_at=timezone.now())
