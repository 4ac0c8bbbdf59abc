"""Verdicts and rulebooks as plain documents: the JSON of the contract, and what pages, files and stored rows hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from recert.rules.check import CheckAnswer
from recert.rules.edition import Citation, Edition, Rulebook, Source
from recert.rules.money import dollars
from recert.rules.numbers import Number, numbers_of
from recert.rules.points import as_text
from recert.rules.verdict import Finding, Outcome, Question, Reason, SafeDay, Verdict

Document = dict[str, Any]


def verdict_document(verdict: Verdict) -> Document:
    """A verdict as the `standing` document: points as exact decimals, days as ISO dates."""
    return {
        "credential": verdict.edition.credential,
        "edition": verdict.edition.name,
        "as_of": verdict.as_of.isoformat(),
        "cycle": {"starts": verdict.cycle.starts.isoformat(), "ends": verdict.cycle.ends.isoformat()},
        "first_cycle": verdict.first_cycle,
        "met": verdict.met,
        "findings": [_finding(finding) for finding in verdict.findings],
        "gap": {
            "points": as_text(verdict.gap.points),
            "needs": [{"about": need.about, "points": as_text(need.points)} for need in verdict.gap.needs],
        },
        "activities": [_outcome(outcome) for outcome in verdict.activities],
        "questions": [question_document(question) for question in verdict.questions],
        "dates": _dates(verdict),
        "method": verdict.method,
    }


def _finding(finding: Finding) -> Document:
    return {
        "about": finding.about,
        "needed": _points(finding.needed),
        "earned": as_text(finding.earned),
        "short": _points(finding.short),
        "met": finding.met,
        **citation_document(finding.cited),
    }


def _points(points: int | None) -> str | None:
    return None if points is None else as_text(points)


def _outcome(outcome: Outcome) -> Document:
    return {
        "id": outcome.id,
        "points": as_text(outcome.points),
        "counted": as_text(outcome.counted),
        "as": {category: as_text(points) for category, points in outcome.counted_as.items()},
        "approved": outcome.approved,
        "reasons": [reason_document(reason) for reason in outcome.reasons],
    }


def reason_document(reason: Reason) -> Document:
    """A reason: its code, its sentence (and the template it came from, to translate), and the rule behind it."""
    return {"code": reason.code, **_told(reason.wording, reason.values, reason.text), **_cited(reason.cited)}


def done_by(document: Mapping[str, Any]) -> str:
    """Of a standing that is met, the day on which the last of what counts is done, if that is still to come; else empty.

    The rules count a course from the day that it is put in for; nobody can apply before it is done.
    """
    if not document["met"]:
        return ""
    return max((each["values"]["day"] for each in _asked_of_counted(document, "future_date")), default="")


def without_proof(document: Mapping[str, Any]) -> list[Document]:
    """The questions about activities that count and whose certificate is not there."""
    return _asked_of_counted(document, "proof_missing")


def _asked_of_counted(document: Mapping[str, Any], code: str) -> list[Document]:
    counted = {each["id"] for each in document["activities"] if each["counted"] != "0"}
    return [each for each in document["questions"] if each["code"] == code and each["activity"] in counted]


def question_document(question: Question) -> Document:
    """A question; `activity` is null when it is about the whole."""
    told = _told(question.wording, question.values, question.text)
    return {"activity": question.activity, "code": question.code, **told, **_cited(question.cited)}


def _told(wording: str, values: Mapping[str, str], text: str) -> Document:
    return {"text": text, "wording": wording, "values": dict(values)}


def _cited(cited: Citation | None) -> Document:
    return {} if cited is None else citation_document(cited)


def citation_document(cited: Citation) -> Document:
    """Why a number may be believed."""
    return {
        "says": cited.says,
        "source": source_document(cited.source),
        "confidence": cited.confidence,
        "note": cited.note,
        "claims": list(cited.claims),
    }


def source_document(source: Source) -> Document:
    """Where it was read, and when."""
    return {
        "title": source.title,
        "href": source.href,
        "read_on": source.read_on.isoformat(),
        "publisher": source.publisher,
        "dated": source.dated,
    }


def _dates(verdict: Verdict) -> Document:
    dates = verdict.dates
    return {
        "expires_on": dates.expires_on.isoformat(),
        "ce_route_closes_on": _day(dates.ce_route_closes_on),
        "latest_safe": [safe_day_document(day) for day in dates.latest_safe],
        "lapse": None if dates.lapse is None else citation_document(dates.lapse),
    }


def safe_day_document(day: SafeDay) -> Document:
    """The latest safe day of one route, with its rule."""
    told = {"why": day.why, "wording": day.wording, "values": dict(day.values)}
    days = {"apply_by": day.apply_by.isoformat(), "pass_by": _day(day.pass_by)}
    return {"route": day.route, **days, **told, **citation_document(day.cited)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def edition_document(rulebook: Rulebook, edition: Edition) -> Document:
    """An edition as the `rules` document: every number with its source and confidence."""
    cycle = edition.cycle
    return {
        "credential": edition.credential,
        "name": rulebook.name,
        "certifier": rulebook.certifier.name,
        "edition": edition.name,
        "effective_from": _day(edition.effective_from),
        "effective_to": _day(edition.effective_to),
        "superseded": edition.superseded,
        "since": citation_document(edition.since),
        "cycle": {"months": cycle.months, "ends": cycle.ends, **citation_document(cycle.cited)},
        "numbers": [number_document(number) for number in numbers_of(edition)],
        "open_questions": list(rulebook.open_questions),
    }


def number_document(number: Number) -> Document:
    """One number: points and dollars as exact decimals, days as ISO dates, the rest as it is."""
    return {
        "about": number.about,
        "value": _value(number),
        "measure": number.measure,
        **citation_document(number.cited),
    }


def _value(number: Number) -> int | bool | str | None:
    value = number.value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if number.measure == "usd_cents":
        return dollars(int(value))
    return as_text(int(value)) if number.measure == "points" else value


def check_document(answer: CheckAnswer) -> Document:
    """The answer to *Does it count?* as the `check` document."""
    return {
        "counts": answer.counts,
        "points": as_text(answer.points),
        "as": {category: as_text(points) for category, points in answer.counted_as.items()},
        "reasons": [reason_document(reason) for reason in answer.reasons],
        "missing_documents": [
            {"about": fact.about, "text": str(fact.value), **citation_document(fact.cited)}
            for fact in answer.missing_documents
        ],
        "questions": [question_document(question) for question in answer.questions],
    }
