"""Confirm at once every draft of a paper that leaves no question and repeats nothing."""

from __future__ import annotations

from django.db import transaction

from recert.actions.confirm_draft import confirm_draft
from recert.actions.find_repeats import find_repeats
from recert.actions.read_values import stated
from recert.actions.whose_paper import leaves_no_question
from recert.records.models import Activity, Certificate, Draft, Person


@transaction.atomic
def confirm_sure_drafts(actor: Person, *, certificate_id: int) -> list[Activity]:
    """The activities made; none when nothing was sure. The area stays open where the paper does not settle it.

    :raises DoesNotExist: when the paper is not the actor's, or lies in the trash.
    """
    paper = Certificate.objects.select_related("file").get(person=actor, pk=certificate_id, trashed_at=None)
    open_ones = paper.drafts.filter(outcome="").select_related("certificate__file").order_by("position")
    sure = [draft for draft in open_ones if leaves_no_question(actor, draft)]
    return [_confirmed(actor, draft) for draft in sure if not repeats_something(actor, draft)]


def _confirmed(actor: Person, draft: Draft) -> Activity:
    return confirm_draft(actor, draft_id=draft.pk, version=draft.version, fields=stated(draft))


def repeats_something(actor: Person, draft: Draft) -> bool:
    return any(repeat.likely for repeat in find_repeats(actor, draft))
