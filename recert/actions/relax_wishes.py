"""Give up one limit, so that a plan becomes possible: each change that one tap makes."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from recert.actions.change_plan_choice import allow_again
from recert.actions.change_wishes import change_wishes, open_wishes
from recert.actions.plan_wishes import PlanWishes, WishRefused
from recert.actions.relaxations import relaxed_one_by_one, with_everything
from recert.records.models import Person


def relax_wishes(actor: Person, *, holding_id: int, about: str, by: int | None) -> PlanWishes:
    """`by` is how much more: cents of the budget, hundredths of an hour in a month.

    What was left out is allowed again by `about` forbidden.

    :raises DoesNotExist: when the holding is not the actor's.
    :raises WishRefused: when there is no such limit to give up.
    """
    wishes = open_wishes(actor, holding_id=holding_id)
    if about == "forbidden":
        allow_again(actor, holding_id=holding_id)
        return wishes
    known = {each.about: each.wishes for each in (*relaxed_one_by_one(wishes), with_everything(wishes))}
    if by is not None and by > 0:
        known["budget"] = replace(wishes, budget=(wishes.budget or 0) + by)
        known["hours_a_month"] = replace(wishes, monthly=(wishes.monthly or 0) + by)
    if about not in known:
        raise WishRefused(_("There is no such limit to change."))
    return change_wishes(actor, holding_id=holding_id, stated=known[about].document())
