"""A plan as a page of text: what to take by when and what it adds up to, or what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recert.cli.page import Page
from recert.cli.sources import Sources
from recert.cli.words import apply_text, applying_text, listed, plain, points, spread
from recert.planning.plan import Plan
from recert.rules.edition import Rulebook
from recert.rules.money import dollars
from recert.rules.points import as_text, hundredths

Document = Mapping[str, Any]
LEAST = {"cost": "costs least", "hours": "takes the least time", "travel": "needs the least travel"}
LEFT = {
    "cost": "${by} cheaper",
    "hours": "{by} hours shorter",
    "travel": "{by} miles nearer",
    "count": "{by} offers fewer",
    "quality": "{by} better in quality",
}


def print_plan(page: Page, document: Document, plan: Plan, *, book: Rulebook) -> None:
    sources = Sources()
    after = document["after"]
    page.say(f"{book.name}, {book.full_name}", bold=True)
    page.say(f"Cycle {after['cycle']['starts']} to {after['cycle']['ends']}, planned on {after['as_of']}.")
    page.gap()
    if not plan.feasible:
        _print_why_not(page, document, sources)
    elif not plan.steps:
        page.say("Nothing to plan: every published requirement is met.", fg="green", bold=True)
    else:
        _print_steps(page, document, plan, book)
    _print_exam(page, document["compare"]["exam"], sources, after["as_of"])
    print_offers_file(page, document["offers"])
    sources.print_on(page)


def _print_steps(page: Page, document: Document, plan: Plan, book: Rulebook) -> None:
    count = len(plan.steps)
    courses = f"{count} offers" if count > 1 else "One offer"
    close = "close" if count > 1 else "closes"
    page.say(f"{courses} {close} the gap.", fg="green", bold=True)
    page.say(_sums(document, plan))
    page.say(_proof(document))
    page.say(applying_text(document["applying"], document["after"]["as_of"]))
    for bought in document["purchases"]:
        months = f", for {bought['months']} months" if bought["months"] > 1 else ""
        page.say(f"Buy first: #{bought['id']} {bought['title'] or 'purchase'}: ${bought['cost']}{months}.")
    page.title("What to take, in order")
    outcomes = {outcome["id"]: outcome for outcome in document["after"]["activities"]}
    for step in document["calendar"]:
        _print_step(page, step, outcomes[step["activity"]], book.certifier.acronym)


def _sums(document: Document, plan: Plan) -> str:
    outcomes = {outcome.id: outcome for outcome in plan.after.activities}
    gained = sum(outcomes[step.activity].counted for step in plan.steps)
    each = f" (${dollars(round(100 * plan.cost / gained))} a point)" if gained else ""
    travel = f", {document['travel_miles']} miles to travel" if plan.miles else ""
    return f"Together ${document['cost']} for {points(as_text(gained))}{each}, {document['hours']} hours{travel}."


def _proof(document: Document) -> str:
    best = LEAST[document["least"]]
    if document["proved_optimal"]:
        return f"No other set of these offers {best}: proved."
    left = document["remaining"]
    by = f": at most {LEFT[left['objective']].format(by=left['at_most'])}" if left else ""
    return f"The search for the set that {best} ran out of time; there may be a better one{by}."


def _print_step(page: Page, step: Document, outcome: Document, certifier: str) -> None:
    what = f"{step['title'] or plain('offer')} ({step['provider']})" if step["provider"] else step["title"] or "offer"
    page.say(f"by {step['do_by']}  #{step['id']} {what}: ${step['price']}", indent=2, hanging=15)
    approved = " (approved)" if outcome["approved"] else ""
    counted = f"{points(outcome['counted'])}{spread(outcome['counted'], outcome['as'])}{approved}"
    each = _price_per_point(step["price"], outcome["counted"])
    hours = f", {step['hours']} hours" if step["hours"] != "0" else ""
    far = f", {step['miles']} miles" if step["miles"] != "0" else ""
    page.say(f"{counted}{each}{hours}{far}", indent=17)
    serves = listed([_requirement(name, certifier) for name in step["serves"]]) if step["serves"] else "your own wish"
    page.say(f"Needed for {serves}.", indent=17)
    if step["url"]:
        page.say(step["url"], indent=17)


def _price_per_point(price: str, counted: str) -> str:
    """Say what one point costs.

    >>> _price_per_point("45.00", "12"), _price_per_point("0.00", "1")
    (', $3.75 a point', ', free')
    """
    if price == "0.00":
        return ", free"
    return f", ${dollars(round(100 * hundredths(price) / hundredths(counted)))} a point" if counted != "0" else ""


def _requirement(about: str, certifier: str) -> str:
    return {"total": "the total", "approved": f"the points approved by {certifier}"}.get(about, plain(about))


def _print_why_not(page: Page, document: Document, sources: Sources) -> None:
    page.say("These offers cannot close the gap.", fg="yellow", bold=True)
    marks = {finding["about"]: sources.mark(finding) for finding in document["after"]["findings"]}
    for obstacle in document["why_not"]:
        page.say(f"- {obstacle['text']} {marks.get(obstacle['about'], '')}".rstrip(), indent=2, hanging=2)
    if document["would_help"]:
        page.title("What would help")
    for change in document["would_help"]:
        page.say(f"- {change['text']}", indent=2, hanging=2)


def _print_exam(page: Page, exam: Document, sources: Sources, today: str) -> None:
    if exam["latest"] is None and exam["cost"] is None:
        return
    page.title("The exam instead")
    if exam["cost"]:
        members = f", ${exam['cost_for_members']} for members" if exam["cost_for_members"] else ""
        page.say(f"Costs ${exam['cost']}{members}. {sources.mark(exam['cost_cited'])}", indent=2)
    if exam["latest"]:
        days = apply_text(exam["latest"], exam["pass_by"])
        gone = " (this day has passed)" if min(exam["latest"], exam["pass_by"] or exam["latest"]) < today else ""
        page.say(f"{days[:1].upper()}{days[1:]}{gone}. {sources.mark(exam['latest_cited'])}", indent=2)


def print_offers_file(page: Page, offers: Document) -> None:
    """What is to be said of how the offers were read."""
    remarks = list(offers["remarks"])
    if offers["unknown_columns"]:
        names = listed([f"“{name}”" for name in offers["unknown_columns"]])
        remarks.append(f"Not part of an offer, left aside: {names}.")
    if offers["unread_sheets"]:
        names = listed([f"“{name}”" for name in offers["unread_sheets"]])
        remarks.append(f"Sheets that were not read: {names}.")
    if remarks:
        page.title(f"How {offers['name']} was read")
    for remark in remarks:
        page.say(f"- {remark}", indent=2, hanging=2)
