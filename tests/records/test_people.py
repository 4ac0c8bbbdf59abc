"""People go by their e-mail address."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from recert.records.models import Person


def test_addresses_differ_by_more_than_capitals(evan: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create_user(evan.email.upper(), "password")


def test_someone_without_a_name_is_called_by_their_address(db: None) -> None:
    assert str(Person.objects.create_user("nobody@example.org")) == "nobody@example.org"


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Honolulu", date(2026, 11, 21)), ("America/New_York", date(2026, 11, 22))]
)
def test_the_day_is_the_persons_own(zone: str, day: date) -> None:
    assert Person(time_zone=zone).day_at(datetime(2026, 11, 22, 6, tzinfo=UTC)) == day
