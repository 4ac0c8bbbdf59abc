"""Whether a paper is made out to somebody else than the person who keeps it."""

from __future__ import annotations

from recert.actions.read_values import found_on, is_sure
from recert.records.course_search import folded_words
from recert.records.models import Draft, Person

INITIAL = 1
"""Letters; an initial tells nobody from anybody."""


def other_name(actor: Person, draft: Draft) -> str:
    """The name surely read from the paper where it shares no part with the person's own; else nothing.

    One part in common is enough: people marry, leave out a second name, or write down only the first.
    """
    read = found_on(draft).get("holder")
    own, there = _parts(actor.name), _parts(read.value if read and read.sure else "")
    return read.value if read and own and there and not own & there else ""


def leaves_no_question(actor: Person, draft: Draft) -> bool:
    """Whether all is sure, and the paper is not somebody else's."""
    return is_sure(draft) and not other_name(actor, draft)


def _parts(name: str) -> set[str]:
    return {word for word in folded_words(name) if len(word) > INITIAL}
