"""A credential is held once, in the days its certifier gives it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from recert.actions.change_holding import change_holding
from recert.actions.choose_cycle import CycleRefused
from recert.actions.drop_holding import drop_holding
from recert.actions.hold_credential import AlreadyHeld, hold_credential
from recert.actions.refusal import Refused
from recert.records.models import Activity, Holding, Person
from recert.records.versions import StaleEdit
from tests.actions.conftest import Finish


def test_the_cycle_runs_to_the_certifiers_own_end(dana: Person) -> None:
    row = hold_credential(dana, credential="cma-aama", certified_on=date(2023, 2, 10))
    assert (row.cycle_starts, row.cycle_ends) == (date(2023, 2, 10), date(2028, 2, 29))


def test_what_the_certificate_prints_wins(dana: Person) -> None:
    row = hold_credential(dana, credential="cma-aama", certified_on=date(2023, 2, 10), cycle_ends=date(2028, 3, 31))
    assert row.cycle_ends == date(2028, 3, 31)


@pytest.mark.parametrize(
    ("credential", "days", "field", "sentence"),
    [
        ("cma", {"certified_on": date(2023, 2, 10)}, "credential", "cma"),
        ("ccma", {"certified_on": date(2023, 2, 10)}, "credential", "means several credentials"),
        ("cma-aama", {}, "certified_on", "Enter the day you were certified"),
        ("ccma-nha", {"certified_on": date(2025, 8, 15)}, "cycle_ends", "NHA prints the day your CCMA"),
        (
            "ccma-nha",
            {"certified_on": date(2025, 8, 15), "cycle_ends": date(2025, 8, 14)},
            "cycle_ends",
            "before it starts",
        ),
        ("cma-aama", {"certified_on": date(1900, 1, 1)}, "certified_on", "The year must be from 1950 to 2100"),
    ],
)
def test_days_that_give_no_cycle_are_refused(
    dana: Person, credential: str, days: dict[str, date], field: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        hold_credential(dana, credential=credential, **days)
    assert refused.value.field == field
    assert not Holding.objects.exists()


def test_a_credential_without_confirmed_rules_is_referred_to_its_certifier(dana: Person) -> None:
    with pytest.raises(CycleRefused, match="could be confirmed"):
        hold_credential(dana, credential="nrma-aeca", certified_on=date(2025, 1, 1))


def test_saying_the_same_again_changes_nothing(dana: Person) -> None:
    said = {"credential": "cma-aama", "certified_on": date(2023, 2, 10)}
    assert hold_credential(dana, **said) == hold_credential(dana, **said)


def test_a_credential_is_held_once_at_a_time(dana: Person, cma: Holding) -> None:
    with pytest.raises(AlreadyHeld, match="You already hold CMA"):
        hold_credential(dana, credential="cma-aama", certified_on=date(2024, 1, 1))


def test_a_mistyped_year_opens_no_cycle_decades_away(dana: Person, today: date) -> None:
    with pytest.raises(CycleRefused, match="more than a year ahead") as refused:
        hold_credential(dana, credential="cma-aama", certified_on=date(2062, 3, 1))
    assert refused.value.field == "certified_on"
    assert hold_credential(dana, credential="cma-aama", certified_on=today + timedelta(days=300)).cycle_starts > today


def test_a_stale_change_of_days_is_refused(dana: Person, cma: Holding) -> None:
    change_holding(dana, holding_id=cma.pk, version=1, days={"certified_on": date(2022, 4, 1)})
    with pytest.raises(StaleEdit) as stale:
        change_holding(dana, holding_id=cma.pk, version=1, days={"certified_on": date(2022, 5, 1)})
    assert stale.value.theirs.certified_on == date(2022, 4, 1)
    assert stale.value.yours["certified_on"] == date(2022, 5, 1)


def test_dropping_a_credential_leaves_the_transcript(dana: Person, cma: Holding, finish: Finish) -> None:
    finish(dana)
    drop_holding(dana, holding_id=cma.pk)
    assert (Holding.objects.count(), Activity.objects.count()) == (0, 1)
