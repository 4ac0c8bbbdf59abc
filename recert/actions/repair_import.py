"""Say what a row of a handed-in file lacks: its day, its amount or its unit. The file itself stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from recert.actions.read_fields import FieldRefused, read_fields
from recert.actions.refusal import Refused
from recert.capture.transcripts.repairs import REPAIRABLE, repairs_of
from recert.records.models import ImportDraft, Person


class RepairRefused(Refused):
    """What was said of one row cannot be kept; none was."""

    def __init__(self, sentence: str, *, field: str, row: int) -> None:
        super().__init__(sentence, field=field)
        self.row = row


@transaction.atomic
def repair_import(actor: Person, *, draft_id: int, rows: Mapping[int, Mapping[str, str] | None]) -> None:
    """Keep day, amount and unit of each row, by its number in the file; None takes back what was said of it.

    :raises DoesNotExist: when the draft is not the actor's.
    :raises RepairRefused: naming the first row and field that cannot be.
    """
    draft = ImportDraft.objects.select_for_update().get(person=actor, pk=draft_id)
    said = {**repairs_of(draft.repairs), **{number: _checked(number, texts) for number, texts in rows.items()}}
    draft.repairs = {str(number): texts for number, texts in sorted(said.items()) if texts}
    draft.save(update_fields=["repairs"])


def _checked(number: int, texts: Mapping[str, str] | None) -> dict[str, str] | None:
    if texts is None:
        return None
    try:
        fields = read_fields({name: texts.get(name, "") for name in REPAIRABLE})
    except FieldRefused as refused:
        raise RepairRefused(str(refused), field=refused.field, row=number) from None
    return {
        "earned_on": fields["earned_on"].isoformat(), "quantity": f"{fields['quantity']:f}", "unit": fields["unit"],
    }  # fmt: skip
