"""Does it count? One course judged before anyone pays for it; strangers may ask too, and nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from recert.actions.choose_cycle import choose_cycle
from recert.records.models import Person
from recert.rules.check import check
from recert.rules.document import check_document
from recert.rules.transcript import Activity


def check_activity(
    actor: Person | None, *, credential: str, days: Mapping[str, Any], activity: Activity, today: date
) -> dict[str, Any]:
    """The contract's `check` document. The answer is about the rules alone, so who asks changes nothing.

    :raises CycleRefused: naming the credential or the day that is missing or wrong.
    """
    del actor
    chosen = choose_cycle(credential, days=days)
    return check_document(check(activity, edition=chosen.edition, cycle=chosen.cycle, as_of=today))
