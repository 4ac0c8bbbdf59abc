"""A person's rows, read from the database only as far as somebody looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, ValuesView
from datetime import date
from functools import cached_property

from recert.records.activities import Activity
from recert.records.drafts import with_proof
from recert.records.people import Person


class TranscriptRows(Mapping[str, Activity]):
    """The rows on a transcript by id, in the order they were put there. A page that shows eight of two hundred asks
    for those (`newest`, `pick`) and pays for those; whoever walks over it gets every row by one query."""

    def __init__(self, person: Person) -> None:
        self._rows = with_proof(Activity.objects.filter(person=person, trashed_at=None)).order_by("id")

    @cached_property
    def _all(self) -> dict[str, Activity]:
        return {str(row.pk): row for row in self._rows}

    @cached_property
    def _days(self) -> dict[str, date]:
        return {str(key): day for key, day in self._rows.values_list("pk", "earned_on")}

    def __getitem__(self, key: str) -> Activity:
        return self._all[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all if "_all" in self.__dict__ else self._days)

    def values(self) -> ValuesView[Activity]:
        # The inherited view would ask how many there are before it reads them.
        return self._all.values()

    def newest(self, within: Collection[str] | None = None) -> list[str]:
        """Ids by day, the latest first; only those `within` where that is given."""
        chosen = self._days if within is None else [key for key in self._days if key in within]
        return sorted(chosen, key=lambda key: (self._days[key], int(key)), reverse=True)

    def pick(self, keys: Iterable[str]) -> list[Activity]:
        """These rows, in this order; without asking again where all were read already."""
        wanted = list(keys)
        read_already = self.__dict__.get("_all")
        found = read_already or {str(row.pk): row for row in self._rows.filter(pk__in=wanted)}
        return [found[key] for key in wanted if key in found]
