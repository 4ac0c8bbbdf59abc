"""What changes of rules meant for the actor's credentials, read or not."""

from __future__ import annotations

from recert.records.models import Person, RuleNotice


def list_rule_notices(actor: Person) -> list[RuleNotice]:
    """Newest first, each with its holding."""
    return list(RuleNotice.objects.filter(holding__person=actor).select_related("holding"))
