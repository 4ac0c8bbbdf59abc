"""What if: the actor's standing with activities that do not exist yet, or on another day. Nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from recert.actions.judge_holding import case_of
from recert.records.models import Holding, Person
from recert.records.snapshots import transcript_of
from recert.rules.document import verdict_document
from recert.rules.transcript import Activity

Document = dict[str, Any]


def imagine_standing(
    actor: Person, *, holding_id: int, today: date, extra: Sequence[Activity] = (), as_of: date | None = None
) -> tuple[Document, Document]:
    """The standing documents as it is today, and as it would be.

    :raises DoesNotExist: when the holding is not the actor's, or no edition covers its cycle any more.
    """
    holding = Holding.objects.select_related("person").get(person=actor, pk=holding_id)
    case = case_of(holding, today=today)
    if case is None:
        raise Holding.DoesNotExist
    transcript = transcript_of(actor)
    before, after = case.evaluate(transcript), case.evaluate((*transcript, *extra), as_of=as_of)
    return verdict_document(before), verdict_document(after)
