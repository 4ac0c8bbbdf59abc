"""Believe a verdict that came in a file only as far as its own transcript and rules say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recert.records.editions import edition_of
from recert.records.models import StoredVerdict
from recert.records.snapshots import unpacked
from recert.rules.document import verdict_document
from recert.rules.evaluate import evaluate


class VerdictDoubtful(ValueError):
    """The answer does not have the form of one, or cannot be worked out from what it was stored with."""


WRONG = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError)


def trust_verdict(row: StoredVerdict) -> None:
    """Work it out again. One that says something else keeps its words as history, but is current no longer as it is.

    :raises VerdictDoubtful: when it cannot be worked out, or has another form than an answer has.
    """
    try:
        edition = edition_of(row.rules)
        transcript = unpacked(row.transcript)
        again = verdict_document(
            evaluate(transcript, edition=edition, cycle=row.cycle, as_of=row.as_of, first_cycle=row.first_cycle)
        )
    except WRONG as wrong:
        raise VerdictDoubtful(str(row)) from wrong
    if again == row.document:
        return
    if not _has_form_of(row.document, again):
        raise VerdictDoubtful(str(row))
    # An older Recert may have judged otherwise; whoever looks next gets today's answer.
    row.fingerprint = ""


def _has_form_of(found: Any, model: Any) -> bool:
    """The same keys all the way down, and lists of things that are alike."""
    if isinstance(model, Mapping):
        return isinstance(found, Mapping) and all(
            key in found and (key == "as" or _has_form_of(found[key], value)) for key, value in model.items()
        )
    if isinstance(model, list):
        return isinstance(found, list) and all(_has_form_of(entry, model[0]) for entry in found if model)
    return not isinstance(found, Mapping | list)
