"""Evaluate a transcript under one edition: convert, screen, allocate exactly, find, date, explain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from recert.rules import find
from recert.rules.ask import questions
from recert.rules.best import best
from recert.rules.count import asked, parts, requirements
from recert.rules.dates import dates_of
from recert.rules.edition import Edition
from recert.rules.screen import screen
from recert.rules.transcript import Activity
from recert.rules.verdict import Span, Verdict


def evaluate(
    transcript: Sequence[Activity], *, edition: Edition, cycle: Span, as_of: date, first_cycle: bool = False
) -> Verdict:
    """Say how a transcript stands under an edition in one cycle.

    `as_of` dates the verdict and raises questions about days to come; it never changes what counts. `first_cycle`
    lets points from just before the cycle count where the edition allows it.
    """
    screened = screen(transcript, edition=edition, cycle=cycle, first_cycle=first_cycle)
    counted = parts(screened, edition=edition)
    chosen = best(counted, asked(edition, cycle))
    found = find.findings(requirements(edition, cycle), find.earned(counted, chosen, edition))
    return Verdict(
        edition=edition,
        as_of=as_of,
        cycle=cycle,
        first_cycle=first_cycle,
        met=find.met(found),
        findings=found,
        gap=find.gap(chosen.gap, found),
        activities=find.outcomes(screened, counted, chosen, edition),
        questions=questions(screened, found, edition=edition, cycle=cycle, as_of=as_of),
        dates=dates_of(edition, cycle),
        method=chosen.method,
    )
