"""Dana's CMA and quick ways to put things on a transcript."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from recert.actions.add_activity import add_activity
from recert.actions.hold_credential import hold_credential
from recert.records.models import Activity, Holding, Person

Finish = Callable[..., Activity]


@pytest.fixture
def today() -> date:
    return date(2026, 11, 22)


@pytest.fixture
def cma(dana: Person) -> Holding:
    return hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))


@pytest.fixture
def finish() -> Finish:
    """Put one AAMA-approved course on someone's transcript."""

    def finish(person: Person, quantity: str = "5", category: str = "clinical", **fields: Any) -> Activity:
        usual = {"earned_on": date(2025, 6, 11), "title": f"{category} {quantity}", "unit": "aama_ceu"}
        return add_activity(person, fields={**usual, "quantity": quantity, "category": category, **fields})

    return finish
