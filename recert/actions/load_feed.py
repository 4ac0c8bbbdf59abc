"""Load a feed that is carried with the package, once for each edition of its data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from django.db import models, transaction
from django.utils import timezone

from recert.records.models import FeedLoad

Row = TypeVar("Row", bound=models.Model)
AT_ONCE = 500


def load_feed(name: str, *, edition: str, store: Callable[[], int]) -> bool:
    """Whether anything was loaded. `store` writes the rows and says how many there are.

    Two that start at once load one after the other, and the second finds it done.
    """
    if FeedLoad.objects.filter(name=name, edition=edition).exists():
        return False
    with transaction.atomic():
        FeedLoad.objects.get_or_create(name=name, defaults={"edition": "", "rows": 0, "loaded_at": timezone.now()})
        if FeedLoad.objects.select_for_update().get(name=name).edition == edition:
            return False
        rows = store()
        FeedLoad.objects.filter(name=name).update(edition=edition, rows=rows, loaded_at=timezone.now())
    return True


def replace_rows(
    model: type[Row], rows: Iterable[Row], *, named_by: tuple[str, ...], among: Mapping[str, str] | None = None
) -> int:
    """Bring a table up to date with what a feed holds now: rows keep their keys, and those that are gone go.

    `among` says which rows are this feed's, where others have theirs in the same table.
    """
    found = list(rows)
    key = model._meta.pk.name
    others = [field.name for field in model._meta.concrete_fields if field.name not in {key, *named_by}]
    model._default_manager.bulk_create(
        found, batch_size=AT_ONCE, update_conflicts=True, unique_fields=named_by, update_fields=others
    )
    now = {tuple(getattr(row, name) for name in _columns(model, named_by)) for row in found}
    stored = model._default_manager.filter(**(among or {})).values_list("pk", *_columns(model, named_by))
    gone = [row[0] for row in stored if row[1:] not in now]
    model._default_manager.filter(pk__in=gone).delete()
    return len(found)


def _columns(model: type[Row], names: tuple[str, ...]) -> list[str]:
    """The names under which the values of fields, keys of other tables included, are kept."""
    return [str(model._meta.get_field(name).attname) for name in names]  # type: ignore[union-attr]
