"""Quantities come back exactly as they went in, on either database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Sum
from hypothesis import given
from hypothesis import strategies as st

from recert.records.fields import ExactField, MoreThanFourDecimals, quantity_of, ten_thousandths
from recert.records.models import Activity, Person, RuleNotice


@given(st.decimals(min_value=0, max_value=100_000, places=4))
def test_a_quantity_with_four_decimals_is_kept_exactly(quantity: Decimal) -> None:
    assert quantity_of(ten_thousandths(quantity)) == quantity


@pytest.mark.parametrize("text", ["0.00001", "1.23456", "NaN", "Infinity"])
def test_what_could_not_be_kept_exactly_is_refused(text: str) -> None:
    with pytest.raises(MoreThanFourDecimals):
        ten_thousandths(text)


@pytest.mark.parametrize("text", ["abc", "1.23456"])
def test_a_form_is_told_in_words(text: str) -> None:
    with pytest.raises(ValidationError, match="at most four decimals"):
        ExactField().to_python(text)


def test_six_hundred_tenths_are_exactly_sixty(evan: Person) -> None:
    row = {"person": evan, "earned_on": date(2026, 1, 1), "unit": "cme", "quantity": Decimal("0.1")}
    Activity.objects.bulk_create(Activity(**row) for _ in range(600))
    assert Activity.objects.aggregate(all=Sum("quantity"))["all"] == Decimal(60)


def test_the_column_holds_whole_ten_thousandths(evan: Person) -> None:
    Activity.objects.create(person=evan, earned_on=date(2026, 1, 1), unit="cme", quantity=Decimal("2.5"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT quantity FROM records_activity")
        assert cursor.fetchone() == (25_000,)


def test_quantities_compare_as_numbers(evan: Person) -> None:
    for quantity in ("9", "10", "2.5"):
        Activity.objects.create(person=evan, earned_on=date(2026, 1, 1), unit="cme", quantity=Decimal(quantity))
    assert Activity.objects.filter(quantity__gt=Decimal("2.5")).count() == 2
    assert Activity.objects.order_by("quantity").first().quantity == Decimal("2.5")


def test_a_document_keeps_the_order_of_its_keys() -> None:
    field = RuleNotice._meta.get_field("change")
    assert list(field.from_db_value(field.get_prep_value({"b": 1, "a": None, "ñ": [True]}))) == ["b", "a", "ñ"]
