"""A standing as a page of text: the answer first, then every number and activity with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from recert.capture.transcripts import TranscriptFile
from recert.cli.missing import headline, missing
from recert.cli.page import Page
from recert.cli.sources import Sources
from recert.cli.words import ROUTES, apply_text, listed, plain, points, spread
from recert.rules.edition import Rulebook
from recert.rules.points import hundredths
from recert.rules.transcript import Activity

Document = Mapping[str, Any]


def print_standing(page: Page, document: Document, *, book: Rulebook, transcript: TranscriptFile) -> None:
    sources = Sources()
    _print_answer(page, document, book)
    _print_findings(page, document, book, sources)
    _print_dates(page, document, sources)
    _print_activities(page, document, transcript, sources)
    print_questions(page, document["questions"], sources)
    _print_file(page, document["file"])
    sources.print_on(page)


def _print_answer(page: Page, document: Document, book: Rulebook) -> None:
    cycle = document["cycle"]
    page.say(f"{book.name}, {book.full_name}", bold=True)
    left = (date.fromisoformat(cycle["ends"]) - date.fromisoformat(document["as_of"])).days
    until = f"{left} days left" if left > 0 else "ends today" if left == 0 else f"ended {-left} days ago"
    page.say(f"Cycle {cycle['starts']} to {cycle['ends']}: {until} on {document['as_of']}.")
    page.say(f"Judged by the rules {_in_force(document['edition'])}; points are {book.points_called}.")
    page.gap()
    page.say(headline(document["met"]), fg="green" if document["met"] else "yellow", bold=True)
    page.say(missing(document, certifier=book.certifier.acronym))


def _in_force(edition: str) -> str:
    """Say since when an edition applies.

    >>> _in_force("2020-01-01"), _in_force("up to 2004-12-31")
    ('in force from 2020-01-01', 'in force up to 2004-12-31')
    """
    if edition == "undated":
        return "whose start is not known"
    return f"in force {edition}" if edition.startswith("up to") else f"in force from {edition}"


def _print_findings(page: Page, document: Document, book: Rulebook, sources: Sources) -> None:
    page.title("What is asked")
    page.columns([_finding(page, finding, sources, book.certifier.acronym) for finding in document["findings"]])
    for finding in document["findings"]:
        if finding["claims"]:
            told = f"{plain(finding['about'])}: the sources say different things ({'; '.join(finding['claims'])})."
            page.say(told, indent=2, hanging=2)


def _finding(page: Page, finding: Document, sources: Sources, certifier: str) -> tuple[str, ...]:
    needed = finding["needed"]
    bar = page.bar(hundredths(finding["earned"]), None if needed is None else hundredths(needed))
    state = "met" if finding["met"] else "number not known" if needed is None else f"{finding['short']} short"
    about = f"{certifier} approved" if finding["about"] == "approved" else plain(finding["about"])
    return about, bar, f"{finding['earned']} of {needed or '?'}", f"{state} {sources.mark(finding)}"


def _print_dates(page: Page, document: Document, sources: Sources) -> None:
    dates, today = document["dates"], document["as_of"]
    page.title("Dates")
    page.say(f"Expires on {dates['expires_on']}.", indent=2)
    if closes := dates["ce_route_closes_on"]:
        lapse = dates["lapse"] or {}
        note = f" {lapse['note']}" if lapse.get("note") else ""
        page.say(
            f"After that the continuing-education route stays open to {closes}. {sources.mark(lapse)}{note}",
            indent=2,
            hanging=2,
        )
    for safe in dates["latest_safe"]:
        gone = " (this day has passed)" if min(safe["apply_by"], safe["pass_by"] or safe["apply_by"]) < today else ""
        route = ROUTES.get(safe["route"], plain(safe["route"]))
        told = f"{route}: {apply_text(safe['apply_by'], safe['pass_by'])}{gone}. {safe['why']} {sources.mark(safe)}"
        page.say(told, indent=2, hanging=4)


def _print_activities(page: Page, document: Document, transcript: TranscriptFile, sources: Sources) -> None:
    page.title("Your activities")
    if not document["activities"]:
        page.say("None yet.", indent=2)
    for activity, outcome in zip(transcript.activities, document["activities"], strict=True):
        _print_activity(page, activity, outcome, sources)


def _print_activity(page: Page, activity: Activity, outcome: Document, sources: Sources) -> None:
    name = activity.title or plain(activity.kind)
    whole = outcome["counted"] == outcome["points"]
    counted = points(outcome["counted"]) if whole else f"{outcome['counted']} of {points(outcome['points'])}"
    where = spread(outcome["counted"], outcome["as"])
    approved = " (approved)" if outcome["approved"] and outcome["counted"] != "0" else ""
    page.say(
        f"{activity.earned_on}  #{activity.id} {name}: {counted}{where}{approved}",
        indent=2,
        hanging=12,
        fg=None if outcome["counted"] != "0" else "yellow",
    )
    for reason in outcome["reasons"]:
        page.say(f"{reason['text']} {sources.mark(reason)}".rstrip(), indent=14)


def print_questions(page: Page, questions: Sequence[Document], sources: Sources) -> None:
    """Every question once, with the activities it is about."""
    about: dict[str, list[str]] = {}
    marks: dict[str, str] = {}
    for question in questions:
        about.setdefault(question["text"], []).extend(_ids(question))
        marks[question["text"]] = sources.mark(question)
    if about:
        page.title("Open questions")
    for text, ids in about.items():
        which = f" ({', '.join(ids)})" if ids else ""
        page.say(f"- {text}{which} {marks[text]}".rstrip(), indent=2, hanging=2)


def _ids(question: Document) -> Iterable[str]:
    return [f"#{question['activity']}"] if question["activity"] is not None else []


def _print_file(page: Page, file: Document) -> None:
    remarks = list(file["remarks"])
    if file["unknown_columns"]:
        remarks.append(f"Not part of a transcript, kept as notes: {_quoted(file['unknown_columns'])}.")
    if file["unread_sheets"]:
        remarks.append(f"Sheets that were not read: {_quoted(file['unread_sheets'])}.")
    if remarks:
        page.title(f"How {file['name']} was read")
    for remark in remarks:
        page.say(f"- {remark}", indent=2, hanging=2)


def _quoted(names: list[str]) -> str:
    return listed([f"“{name}”" for name in names])
