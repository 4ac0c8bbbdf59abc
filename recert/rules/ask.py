"""The questions a verdict leaves open: to the holder about an activity, or to the certifier about the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from recert.rules import wording
from recert.rules.calendar import months_before
from recert.rules.edition import AlsoRequired, Edition
from recert.rules.screen import Screened
from recert.rules.transcript import Activity
from recert.rules.verdict import Finding, Question, Span

ANSWERABLE = {"unit_ambiguous", "conversion_unknown"}
"""Reasons that an answer can take away; asked only of activities that nothing else keeps from counting."""


def questions(
    screened: Sequence[Screened], found: Sequence[Finding], *, edition: Edition, cycle: Span, as_of: date
) -> tuple[Question, ...]:
    """Every question, the activities' in file order, then those about the whole."""
    about_rows = (question for one in screened for question in _about(one, edition, as_of))
    return (*about_rows, *_about_numbers(found), *_besides_points(screened, edition, cycle))


def _about(one: Screened, edition: Edition, as_of: date) -> Iterator[Question]:
    activity = one.activity
    if {reason.code for reason in one.reasons} <= ANSWERABLE:
        for reason in one.reasons:
            yield Question(
                code=reason.code, wording=reason.wording, values=reason.values, activity=activity.id, cited=reason.cited
            )
    if not one.counts:
        return
    if activity.earned_on > as_of:
        values = {"day": str(activity.earned_on)}
        yield Question(code="future_date", wording=wording.FUTURE_DATE, values=values, activity=activity.id)
    if one.treatment.conversion and one.treatment.conversion.asks:
        cited = one.treatment.conversion.cited
        yield Question(code="iacet_ceu", wording=wording.IACET_CEU, activity=activity.id, cited=cited)
    yield from _of_outside_credit(one, edition)


def _of_outside_credit(one: Screened, edition: Edition) -> Iterator[Question]:
    activity = one.activity
    if edition.approver is not None and one.treatment.approved:
        return
    if activity.relevant is None:
        yield Question(code="relevance_not_stated", wording=wording.RELEVANCE, activity=activity.id)
    if not activity.certificate:
        yield Question(code="proof_missing", wording=wording.PROOF, activity=activity.id)
    if one.treatment.minimum and activity.fine_length is None and edition.minimum_length:
        yield Question(
            code="length_not_stated",
            wording=wording.LENGTH,
            values={"least": str(edition.minimum_length.minutes)},
            activity=activity.id,
            cited=edition.minimum_length.cited,
        )


def _about_numbers(found: Sequence[Finding]) -> Iterator[Question]:
    for finding in found:
        if finding.needed is None:
            values = {"about": finding.about}
            yield Question(code="number_unknown", wording=wording.NUMBER_UNKNOWN, values=values, cited=finding.cited)


def _besides_points(screened: Sequence[Screened], edition: Edition, cycle: Span) -> Iterator[Question]:
    for asked in edition.also_required:
        if asked.required is False or any(_shows(one.activity, asked, cycle) for one in screened):
            continue
        told = wording.ALSO_REQUIRED if asked.required else wording.ALSO_UNKNOWN
        yield Question(code=asked.about, wording=told, values={"says": asked.cited.says}, cited=asked.cited)


def _shows(activity: Activity, asked: AlsoRequired, cycle: Span) -> bool:
    """Whether an activity shows what is required: of the right kind or title, and still valid when the cycle ends."""
    title = activity.title.casefold()
    fits = activity.kind in asked.kinds or any(word in title for word in asked.words)
    since = months_before(cycle.ends, asked.valid_months) if asked.valid_months else cycle.starts
    return fits and since <= activity.earned_on <= cycle.ends
