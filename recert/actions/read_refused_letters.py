"""Letters that a mail server refused for good, and those it puts off, newest first; for operators alone."""

from __future__ import annotations

from recert.records.models import Letter, Person

MOST = 100


def read_refused_letters(actor: Person) -> list[Letter]:
    """:raises DoesNotExist: for anybody but an operator, to whom there is nothing here."""
    if not actor.is_operator:
        raise Letter.DoesNotExist
    return list(Letter.objects.filter(handed_at=None, withdrawn_at=None).exclude(trouble="").order_by("-pk")[:MOST])
