"""Say that the actor has read what a change of rules means for them."""

from __future__ import annotations

from django.utils import timezone

from recert.records.models import Person, RuleNotice


def see_rule_notice(actor: Person, *, notice_id: int) -> RuleNotice:
    """:raises DoesNotExist: when it is not about the actor's holding."""
    own = RuleNotice.objects.filter(holding__person=actor)
    own.filter(pk=notice_id, seen_at=None).update(seen_at=timezone.now())
    return own.select_related("holding").get(pk=notice_id)
