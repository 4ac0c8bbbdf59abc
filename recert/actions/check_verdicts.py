"""Judge every open holding anew and name each stored verdict that says something else than it should."""

from __future__ import annotations

from collections.abc import Iterator

from recert.actions.judge_holding import case_of
from recert.records.fields import canonical
from recert.records.models import StoredVerdict
from recert.records.snapshots import transcript_of
from recert.rules.document import verdict_document


def check_verdicts() -> list[str]:
    """Sentences for the operator; an empty list means that what people see is what the rules say."""
    current = StoredVerdict.objects.filter(is_current=True, holding__closed_on=None)
    return list(_differing(current.select_related("holding__person").iterator(chunk_size=200)))


def _differing(verdicts: Iterator[StoredVerdict]) -> Iterator[str]:
    for verdict in verdicts:
        case = case_of(verdict.holding, today=verdict.as_of)
        # One that is known to be stale is judged again before anybody sees it, so it misleads nobody.
        if case is None or case.fingerprint != verdict.fingerprint:
            continue
        anew = verdict_document(case.evaluate(transcript_of(verdict.holding.person)))
        if canonical(anew) != canonical(verdict.document):
            yield f"Stored verdict {verdict.pk} differs from the same transcript judged anew: run the daily jobs."
