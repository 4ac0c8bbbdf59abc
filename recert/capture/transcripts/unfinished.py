"""Tell the rows of a list that stand for nothing one has: only watched, still in progress, or taken back by the issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from recert.capture.transcripts.columns import Column
from recert.capture.transcripts.remarks import Remark, shown
from recert.capture.transcripts.words import NOBODY_SAYS, folded
from recert.rules.wording import N_

NOT_COMPLETED = N_("no day of completion stands there. It was begun or saved, not completed, so it is left out.")
NOT_HELD = N_("found %(found)s, so it is left out: only what was completed and not taken back can count.")
IF_COMPLETED = re.compile(r"\bif completed\b")
"""How a learning history heads the column that it leaves open, or fills with N/A, until a course is completed."""
STATES = frozenset(["state", "status", "badge state", "badge status", "completion status"])
OPEN = frozenset(
    ["not started", "in progress", "incomplete", "not completed", "rejected", "revoked", "no iniciado", "en curso",
     "en progreso", "incompleto", "no completado", "rechazado", "revocado", "rechazada", "revocada"]
)  # fmt: skip


def unfinished(columns: Iterable[Column], cells: Mapping[str, str]) -> tuple[Column, Remark] | None:
    """The column that says that a row is no finished activity, and the sentence about it; `cells` is by column name."""
    for column in columns:
        name, cell = folded(column.name), cells.get(column.name, "")
        if column.field == "earned_on" and IF_COMPLETED.search(name) and folded(cell) in NOBODY_SAYS:
            return column, Remark(NOT_COMPLETED)
        if column.field is None and name in STATES and folded(cell) in OPEN:
            return column, Remark(NOT_HELD, {"found": shown(cell)})
    return None
