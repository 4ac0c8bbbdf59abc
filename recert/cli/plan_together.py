"""One plan for several credentials as a document and as a page: what each offer does for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recert.cli.page import Page
from recert.cli.plan_document import (
    HELP,
    LIMITS,
    chosen_document,
    exam_document,
    purchases_document,
    remaining_document,
    told,
    why_not_document,
)
from recert.cli.words import applying_text, listed, plain, points
from recert.planning.applying import applying_document
from recert.planning.plan import Plan
from recert.planning.several import JointPlan, JointStep
from recert.planning.wishes import Wishes
from recert.rules.document import verdict_document
from recert.rules.edition import Rulebook
from recert.rules.money import dollars
from recert.rules.points import as_text

Document = dict[str, Any]


def together_document(
    plan: JointPlan, books: Sequence[Rulebook], wishes: Wishes, alone: Sequence[Plan] = ()
) -> Document:
    """The `plan` document, with the first credential as `after` and every one under `credentials`.

    `alone` is what each credential's own plan is, where there is none for all: it says whose requirement is the trouble.
    """
    return {
        **chosen_document(plan, wishes),
        "after": verdict_document(plan.afters[0]),
        "credentials": [
            {
                "credential": book.credential,
                "after": verdict_document(after),
                "applying": applying_document(way),
                "exam": exam_document(after),
            }
            for book, after, way in zip(books, plan.afters, plan.applying or [None] * len(books), strict=True)
        ],
        "calendar": [_step(step, books) for step in plan.steps],
        "purchases": purchases_document(plan),
        "remaining": remaining_document(plan.remaining),
        "compare": {"exam": exam_document(plan.afters[0])},
        "why_not": _why_not(alone, books) or [told(obstacle, LIMITS) for obstacle in plan.why_not],
        "would_help": [told(obstacle, HELP) for obstacle in plan.would_help],
    }


def _why_not(alone: Sequence[Plan], books: Sequence[Rulebook]) -> list[Document]:
    """What is in the way of each credential by itself, under its name."""
    found = [(book, each) for book, own in zip(books, alone, strict=bool(alone)) for each in why_not_document(own)]
    return [{**each, "credential": book.credential, "text": f"{book.name}: {each['text']}"} for book, each in found]


def _step(step: JointStep, books: Sequence[Rulebook]) -> Document:
    return {
        "id": step.offer.id,
        "do_by": step.do_by.isoformat(),
        "title": step.offer.title,
        "provider": step.offer.provider,
        "price": dollars(step.price),
        "hours": as_text(step.offer.hours),
        "miles": as_text(step.offer.miles),
        "url": step.offer.url,
        "for": [
            {"credential": book.credential, "counts": as_text(counts), "serves": list(serves)}
            for book, counts, serves in zip(books, step.counts, step.serves, strict=True)
        ],
    }


def print_together(page: Page, document: Document, books: Sequence[Rulebook]) -> None:
    """What to take, and what it does for each credential."""
    page.say(listed([book.name for book in books]), bold=True)
    page.gap()
    if not document["feasible"]:
        page.say("These offers cannot close all gaps at once.", fg="yellow", bold=True)
        for obstacle in (*document["why_not"], *document["would_help"]):
            page.say(f"- {obstacle['text']}", indent=2, hanging=2)
        return
    page.say(f"Together ${document['cost']}, {document['hours']} hours.", fg="green", bold=True)
    names = {book.credential: book.name for book in books}
    for bought in document["purchases"]:
        page.say(f"Buy first: #{bought['id']} {bought['title'] or 'purchase'}: ${bought['cost']}.")
    for one in document["credentials"]:
        page.say(f"{names[one['credential']]}: {applying_text(one['applying'], document['after']['as_of'])}", hanging=2)
    for step in document["calendar"]:
        page.say(
            f"by {step['do_by']}  #{step['id']} {step['title'] or 'offer'}: ${step['price']}", indent=2, hanging=15
        )
        for one in step["for"]:
            needed = f", needed for {listed([plain(name) for name in one['serves']])}" if one["serves"] else ""
            if one["counts"] != "0":
                page.say(f"{names[one['credential']]}: {points(one['counts'])}{needed}", indent=17)
