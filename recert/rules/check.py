"""Does it count? One activity judged before anyone pays for it, alone or on top of a transcript."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from recert.rules.edition import Edition, Fact
from recert.rules.evaluate import evaluate
from recert.rules.transcript import Activity
from recert.rules.verdict import Question, Reason, Span, Verdict

DEPENDS_ON = frozenset({"unit_ambiguous", "conversion_unknown", "iacet_ceu"})
"""Questions whose answer may turn a yes into a no, or change the points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer:
    """The answer, the points it would count (hundredths), in which categories, and what to keep as proof."""

    counts: Literal["yes", "no", "depends"]
    points: int
    counted_as: Mapping[str, int]
    reasons: tuple[Reason, ...]
    missing_documents: tuple[Fact, ...]
    questions: tuple[Question, ...]
    verdict: Verdict
    """The whole standing with the activity added."""


def check(
    activity: Activity,
    *,
    edition: Edition,
    cycle: Span,
    as_of: date,
    transcript: Sequence[Activity] = (),
) -> CheckAnswer:
    """Judge one activity in a cycle, together with what is already on the transcript."""
    verdict = evaluate((*transcript, activity), edition=edition, cycle=cycle, as_of=as_of)
    outcome = verdict.activities[-1]
    asked = tuple(q for q in verdict.questions if q.activity == activity.id)
    return CheckAnswer(
        counts=_answer(outcome.counted, outcome.reasons, asked),
        points=outcome.counted,
        counted_as=outcome.counted_as,
        reasons=outcome.reasons,
        missing_documents=() if outcome.approved else _documents(edition, activity),
        questions=asked,
        verdict=verdict,
    )


def _answer(counted: int, reasons: Sequence[Reason], asked: Sequence[Question]) -> Literal["yes", "no", "depends"]:
    open_codes = {"unit_ambiguous", "conversion_unknown", "no_category"}
    closed = [reason for reason in reasons if reason.code not in open_codes]
    if not counted and closed:
        return "no"
    if not counted or any(question.code in DEPENDS_ON for question in asked):
        return "depends"
    return "yes"


def _documents(edition: Edition, activity: Activity) -> tuple[Fact, ...]:
    """What the certifier asks to see for credit from outside, less what the activity already states."""
    stated = {
        "document_title": bool(activity.title),
        "document_organisation": bool(activity.provider),
        "document_proof": bool(activity.certificate),
    }
    return tuple(
        fact for fact in edition.facts if fact.about.startswith("document_") and not stated.get(fact.about, False)
    )
