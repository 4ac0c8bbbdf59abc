"""The way from one credential's plan to the others', where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from recert.records.models import Holding
from recert.rulebooks.library import rulebook


@dataclass(frozen=True, slots=True)
class Tab:
    """One credential, or all of them together."""

    href: str
    label: str
    here: bool


def tabs(holdings: Sequence[Holding], here: int | None) -> list[Tab]:
    """`here` is the holding being shown, None all together."""
    if len(holdings) < 2:
        return []
    each = [Tab(reverse("plan-one", args=[one.pk]), rulebook(one.credential).name, one.pk == here) for one in holdings]
    return [*each, Tab(reverse("plan-together"), _("All together"), here is None)]
