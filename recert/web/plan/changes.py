"""What a change does to a plan, in words: a choice, another course, a plan made anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from recert.actions.open_plan import Difference
from recert.actions.weigh_choice import Weighed
from recert.web.base.missing import joined
from recert.web.plan.words import hours_text, money, price_text, total_text

Document = Mapping[str, Any]


def cost_of_choice(without: Document | None, plan: Document) -> str:
    """What a choice costs: `Without this choice the cheapest plan costs $12 less.`"""
    if without is None:
        return ""
    if not without["feasible"]:
        return _("Without this choice there would be no cheapest plan.")
    if not plan["feasible"]:
        return _("This choice leaves no cheapest plan.")
    if without["dearer"] is None:
        values = {"without": total_text(without), "with": total_text(plan)}
        return _("We cannot say what this choice costs. Without it: %(without)s. With it: %(with)s.") % values
    return _adds(without["dearer"])


def _adds(cents: int) -> str:
    if not cents:
        return _("This choice costs nothing.")
    if cents > 0:
        return _("This choice costs %(amount)s.") % {"amount": money(cents)}
    return _("This choice saves %(amount)s.") % {"amount": money(-cents)}


def changes(difference: Difference) -> Sequence[str]:
    """What the healed plan would do differently, one sentence each."""
    gone, new = (
        [str(step["title"]) for step in difference.gone],
        [f"{step['title']} ({price_text(step['price'])})" for step in difference.new],
    )
    told = []
    if not difference.feasible:
        return [_("As things are no plan is possible any more.")]
    if gone:
        told.append(_("No longer in it: %(titles)s.") % {"titles": joined(gone)})
    if new:
        told.append(_("New in it: %(titles)s.") % {"titles": joined(new)})
    if dearer := _dearer(difference):
        told.append(dearer)
    return told


def _dearer(difference: Difference) -> str:
    cents = difference.dearer
    if cents is None:
        values = {"before": total_text(difference.before), "after": total_text(difference.after)}
        return _("We cannot say whether it costs more. Your plan: %(before)s. The new one: %(after)s.") % values
    if not cents:
        return ""
    told = _("It costs %(amount)s more.") if cents > 0 else _("It costs %(amount)s less.")
    return told % {"amount": money(abs(cents))}


def other_plan(weighed: Weighed) -> Sequence[str]:
    """What leaving a course out, or taking it along, would change."""
    if not weighed.now["feasible"] and not weighed.other["feasible"]:
        return [_("There is no such plan, with it or without it.")]
    if not weighed.other["feasible"]:
        return [
            _("Without it there is no such plan.")
            if weighed.is_in
            else _("There is no plan with it: it would not count, cannot be taken in time, or breaks a limit.")
        ]
    if not weighed.now["feasible"]:
        return [_("There is no plan without it; with it there is one.")]
    told = [_amounts(weighed)]
    if weighed.instead:
        told.append(_("It would also take: %(titles)s.") % {"titles": joined(_titled(weighed.instead))})
    if weighed.spared:
        told.append(_("It would do without: %(titles)s.") % {"titles": joined(_titled(weighed.spared))})
    return told


def _amounts(weighed: Weighed) -> str:
    told = [_cost_of_the_other(weighed)]
    hours = hours_text(abs(weighed.longer), is_guess=weighed.longer_is_guessed)
    if weighed.longer > 0:
        told.append(_("It takes %(hours)s more.") % {"hours": hours})
    elif weighed.longer < 0:
        told.append(_("It takes %(hours)s less.") % {"hours": hours})
    return " ".join(told)


def _cost_of_the_other(weighed: Weighed) -> str:
    cents = weighed.dearer
    if cents is None:
        with_it, without = (weighed.now, weighed.other) if weighed.is_in else (weighed.other, weighed.now)
        values = {"without": total_text(without), "with": total_text(with_it)}
        return _("We cannot say which costs more. With it: %(with)s. Without it: %(without)s.") % values
    return (_without(cents) if weighed.is_in else _with(cents)) % {"amount": money(abs(cents))}


def _without(dearer: int) -> str:
    if dearer > 0:
        return _("Without it the plan costs %(amount)s more.")
    return _("Without it the plan costs %(amount)s less.") if dearer else _("Without it the plan costs the same.")


def _with(dearer: int) -> str:
    if dearer > 0:
        return _("With it the plan costs %(amount)s more.")
    return _("With it the plan costs %(amount)s less.") if dearer else _("With it the plan costs the same.")


def _titled(steps: Sequence[Document]) -> list[str]:
    return [f"{step['title']} ({price_text(step['price'])})" for step in steps]
