"""Say what an export would hold and how large it would be, before it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q

from recert.records.models import Person, StoredFile
from recert.records.portable import SETTINGS, TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How many rows of each table, how many papers, and the bytes of the papers: nearly all there is to carry."""

    rows: Mapping[str, int]
    papers: int
    bytes: int

    @property
    def is_empty(self) -> bool:
        return not any(count for name, count in self.rows.items() if name not in SETTINGS)


def measure_export(actor: Person) -> Measured:
    """One query to a table."""
    rows = {name: table.rows(actor).count() for name, table in TABLES.items()}
    own = Q(certificates__person=actor) | Q(applications__holding__person=actor)
    sizes = dict(StoredFile.objects.filter(own).values_list("pk", "size"))
    return Measured(rows=rows, papers=len(sizes), bytes=sum(sizes.values()))
