"""What a holder wishes of plans: limits, formats, place, membership; kept as a small document for each holding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext as _

from recert.actions.find_place import PlaceRefused, find_zip
from recert.actions.refusal import Refused
from recert.planning.wishes import OBJECTIVES

Document = dict[str, Any]
GOALS = OBJECTIVES
FORMATS = ("online", "live_online", "in_person")
PRICES = ("cheapest_known", "all", "known_only")
MOST_CENTS = 1_000_000
MOST_HOURS = 20_000
MOST_MILES = 500


class WishRefused(Refused):
    """A wish that no plan can keep to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWishes:
    """`budget` in cents, `monthly` in hundredths of an hour, `within` in miles; whatever is empty limits nothing.

    `prices` says what to do with courses whose price nobody states: out of the cheapest plan only, in every plan, or
    in none. `open_areas` lets a course without a stated area count where its holder says it belongs.
    """

    budget: int | None = None
    monthly: int | None = None
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    near: str = ""
    within: int | None = None
    is_member: bool = False
    prices: str = "cheapest_known"
    open_areas: bool = False

    def document(self) -> Document:
        """Only what was wished, so that a new wish changes no old document."""
        usual = PlanWishes()
        stated = {each.name: getattr(self, each.name) for each in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in stated.items()
            if value != getattr(usual, name)
        }


def wishes_of(document: Mapping[str, Any]) -> PlanWishes:
    """Read wishes back; a wish that is no longer known is left aside.

    >>> wishes_of({"budget": 5000, "formats": ["online"], "gone": 1}).formats
    ('online',)
    """
    known = {each.name for each in fields(PlanWishes)}
    read: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in document.items() if name in known
    }
    return PlanWishes(**read)


def read_wishes(stated: Mapping[str, Any]) -> PlanWishes:
    """Wishes as somebody stated them, checked.

    :raises WishRefused: naming the field.
    """
    wishes = wishes_of(stated)
    _within(wishes.budget, MOST_CENTS, "budget", _("Write an amount from $0 to $10,000."))
    _within(wishes.monthly, MOST_HOURS, "monthly", _("Write a number of hours from 0 to 200."))
    _within(wishes.within, MOST_MILES, "within", _("Write a number of miles from 0 to 500."))
    if set(wishes.formats) - set(FORMATS):
        raise WishRefused(_("Choose online, live online or in person."), field="formats")
    if wishes.prices not in PRICES:
        raise WishRefused(_("Say what to do with courses whose price is not known."), field="prices")
    if wishes.within is not None and not wishes.near:
        raise WishRefused(_("Write your ZIP code too: miles need a place to start from."), field="near")
    _place(wishes.near)
    return wishes


def _within(value: int | None, most: int, field: str, sentence: str) -> None:
    if value is not None and not 0 <= value <= most:
        raise WishRefused(sentence, field=field)


def _place(near: str) -> None:
    if near:
        try:
            find_zip(near)
        except PlaceRefused as refused:
            raise WishRefused(str(refused), field="near") from None
