"""Every table that belongs to a person goes along when they leave, or somebody said why not."""

from __future__ import annotations

from collections import deque

from django.apps import apps
from django.db.models import ForeignKey, Model

from recert.records.models import Person
from recert.records.portable import LEFT_OUT, SHARED, SHOWN, TABLES


def belongs_to_a_person() -> set[type[Model]]:
    """Every model from which a chain of foreign keys leads to a person."""
    models, found = set(apps.get_models(include_auto_created=True)), {Person}
    queue = deque([Person])
    while queue:
        target = queue.popleft()
        pointing = {model for model in models - found if any(points_to(model, target))}
        found |= pointing
        queue.extend(pointing)
    return found


def points_to(model: type[Model], target: type[Model]) -> list[bool]:
    fields = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    return [True for field in fields if field.related_model is target]


def test_every_table_of_a_person_is_exported_or_left_out_for_a_reason() -> None:
    named = {table.model._meta.label for table in TABLES.values()} | set(SHOWN) | set(LEFT_OUT)
    missing = {model._meta.label for model in belongs_to_a_person()} - named
    assert missing == set(), "add them to TABLES, SHOWN or LEFT_OUT in recert/records/portable.py"


def test_nothing_is_named_that_is_not_there() -> None:
    known = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert (set(SHOWN) | set(LEFT_OUT)) - known == set()


def test_every_reason_is_a_reason() -> None:
    assert all(len(reason.split()) >= 4 for reason in (*SHOWN.values(), *LEFT_OUT.values()))


def test_a_row_points_only_to_tables_above_its_own() -> None:
    above: set[type[Model]] = {Person, *SHARED}
    personal = {table.model for table in TABLES.values()}
    for table in TABLES.values():
        targets = {field.related_model for field in table.columns() if isinstance(field, ForeignKey)}
        assert targets & personal <= above
        above.add(table.model)
