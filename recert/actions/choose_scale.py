"""By whose rules a search weighs what it finds, and what that asks of the search."""

from __future__ import annotations

from datetime import date
from typing import Any

from recert.actions.find_courses import Wishes
from recert.actions.weigh_course import Scale, credits_that_fill, scale_for, scale_of
from recert.records.models import Person

HELD = "held-"
"""Stands before a holding's number where a credential is chosen: the holder's own transcript, not the rules alone."""


def choose_scale(actor: Person | None, credential: str, *, today: date) -> Scale | None:
    """The holder's own transcript, a credential's rules alone, or nothing to weigh by.

    :raises CycleRefused: when the credential is not known. :raises DoesNotExist: when the holding is not the actor's.
    """
    if credential.startswith(HELD) and actor is not None:
        return scale_of(actor, holding_id=int(credential.removeprefix(HELD)), today=today)
    return scale_for(credential, today=today) if credential else None


def weighed(scale: Scale | None, *, only_what_fills: bool, **narrowing: Any) -> Wishes:
    """What is wished for, with the certifier's own courses first, and of a holder's search only what can still fill the gap."""
    fills = only_what_fills and scale is not None and scale.before is not None
    return Wishes(
        credits=credits_that_fill(scale) if fills and scale else None,
        is_open=fills,
        approved_first=scale.approver if scale else "",
        **narrowing,
    )
