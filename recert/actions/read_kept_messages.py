"""What this installation could not send, newest first; for operators alone."""

from __future__ import annotations

from recert.records.models import KeptMessage, Person

MOST = 200


def read_kept_messages(actor: Person) -> list[KeptMessage]:
    """:raises DoesNotExist: for anybody but an operator, to whom there is nothing here."""
    if not actor.is_operator:
        raise KeptMessage.DoesNotExist
    return list(KeptMessage.objects.filter(sent_at=None)[:MOST])
