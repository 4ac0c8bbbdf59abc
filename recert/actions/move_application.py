"""Write down what happened to an application: sent, asked back, answered, returned, dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.read_fields import NOT_YET, described
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Application, ApplicationStep, Person
from recert.records.versions import save_if_unchanged

MOVES: Mapping[str, frozenset[str]] = {
    "preparing": frozenset({"sent", "dropped"}),
    "sent": frozenset({"asked", "returned", "accepted"}),
    "asked": frozenset({"sent", "returned", "accepted"}),
}
"""What may follow what. From accepted, returned and dropped nothing does: the next application is a new one."""
LONGEST = 5_000


class MoveRefused(Refused):
    """An application does not go from where it stands to there, or the day cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What happened: the state it led to, the day, whatever there is to say; and what follows from it."""

    to: str
    on: date
    words: str = ""
    columns: Mapping[str, object] | None = None
    """The application's own columns that change with it."""


@transaction.atomic
def move_application(actor: Person, *, application_id: int, version: int, move: Move, today: date) -> Application:
    """:raises MoveRefused: naming the field.
    :raises StaleEdit: when it moved meanwhile.
    :raises DoesNotExist: when it is not the actor's.
    """
    rows = Application.objects.filter(holding__person=actor)
    row = rows.select_for_update(of=("self",)).get(pk=application_id)
    if row.version == version:
        _refuse_wrong(row, move, today)
    columns = {"state": move.to, **(move.columns or {})}
    moved = save_if_unchanged(rows, pk=row.pk, version=version, values=columns)
    ApplicationStep.objects.create(application=moved, state=move.to, on=move.on, words=move.words.strip())
    after = described({"state": move.to, "on": move.on, "words": move.words})
    about = ("application", row.pk)
    record_change(actor, verb="move", about=about, holder=actor, before={"state": row.state}, after=after)
    return moved


def _refuse_wrong(row: Application, move: Move, today: date) -> None:
    if move.to not in MOVES.get(row.state, frozenset()):
        raise MoveRefused(_("That does not follow from where this application stands. Look at it again."))
    if move.on > today:
        raise MoveRefused(_(NOT_YET), field="on")
    before = row.steps.order_by("-on").values_list("on", flat=True).first() if row.state != "preparing" else None
    if before and move.on < before:
        early = _("The step before this one was on %(day)s. Enter that day or a later one.") % {"day": before}
        raise MoveRefused(early, field="on")
    if "\x00" in move.words or len(move.words) > LONGEST:
        raise MoveRefused(_("This text is too long, or has a character that cannot be kept."), field="words")
