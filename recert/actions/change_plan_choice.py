"""Pin a course, so that every plan has it; forbid one, so that none has; or leave it to the planner again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Holding, Person, Planning

CHOICES = {"pin": "pinned", "forbid": "forbidden", "free": ""}
MOST = 60


class ChoiceRefused(Refused):
    """Nothing that a plan could keep to."""


@transaction.atomic
def change_plan_choice(actor: Person, *, holding_id: int, offer: str, choice: str) -> Planning:
    """Doing it twice is doing it once.

    :raises DoesNotExist: when the holding is not the actor's.
    :raises ChoiceRefused: when it is no choice, or there are too many.
    """
    holding = Holding.objects.select_for_update().get(person=actor, pk=holding_id, closed_on=None)
    planning, _new = Planning.objects.get_or_create(holding=holding)
    if choice not in CHOICES or not offer or len(offer) > MOST:
        raise ChoiceRefused(_("Choose a course, and whether to keep it, leave it out or decide later."))
    others = {each: what for each, what in planning.choices.items() if each != offer}
    after = {**others, offer: CHOICES[choice]} if CHOICES[choice] else others
    if len(after) > MOST:
        raise ChoiceRefused(_("You have made %(most)d choices. Take some back first.") % {"most": MOST})
    return _keep(actor, planning, after)


@transaction.atomic
def allow_again(actor: Person, *, holding_id: int) -> Planning:
    """Forbid nothing any more. :raises DoesNotExist: when the holding is not the actor's."""
    holding = Holding.objects.select_for_update().get(person=actor, pk=holding_id, closed_on=None)
    planning, _new = Planning.objects.get_or_create(holding=holding)
    return _keep(actor, planning, {each: what for each, what in planning.choices.items() if what != "forbidden"})


def _keep(actor: Person, planning: Planning, after: dict[str, str]) -> Planning:
    if after != planning.choices:
        about, before = ("planning", planning.pk), planning.choices
        record_change(actor, verb="choose", about=about, holder=actor, before=before, after=after)
        planning.choices = after
        planning.save(update_fields=["choices"])
    return planning
