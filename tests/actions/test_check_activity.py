"""Does it count? has the same answer for everyone, and refuses days that make no cycle."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from recert.actions.check_activity import check_activity
from recert.actions.choose_cycle import CycleRefused
from recert.records.people import Person
from recert.rules.transcript import Activity

COURSE = Activity(id="this", earned_on=date(2025, 1, 2), quantity=Decimal(1), unit="cme")
DAYS = {"certified_on": date(2024, 3, 5)}


def test_a_stranger_and_a_holder_get_the_same_answer(dana: Person) -> None:
    asked = {"credential": "cma-aama", "days": DAYS, "activity": COURSE, "today": date(2025, 1, 1)}
    answer = check_activity(None, **asked)
    assert answer == check_activity(dana, **asked)
    assert (answer["counts"], answer["points"]) == ("yes", "1")


def test_a_credential_nobody_knows_is_refused_at_its_field() -> None:
    with pytest.raises(CycleRefused) as refused:
        check_activity(None, credential="xyz-abc", days=DAYS, activity=COURSE, today=date(2025, 1, 1))
    assert refused.value.field == "credential"
