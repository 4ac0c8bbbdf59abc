"""The steps lead to the tables that the models describe."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection, models

from recert.records.models import Person


def test_no_step_is_missing(db: None) -> None:
    call_command("makemigrations", "records", check=True, dry_run=True, verbosity=0)


def test_no_column_holds_a_float_or_a_rounded_decimal() -> None:
    tables = Person._meta.apps.get_app_config("records").get_models()
    inexact = (models.FloatField, models.DecimalField)
    named = [
        f"{table.__name__}.{field.name}"
        for table in tables
        for field in table._meta.fields
        if isinstance(field, inexact)
    ]
    assert named == []


def test_the_database_itself_refuses_a_negative_quantity(db: None) -> None:
    with connection.cursor() as cursor:
        rules = connection.introspection.get_constraints(cursor, "records_activity")
    assert rules["a_quantity_is_zero_or_more"]["check"]
