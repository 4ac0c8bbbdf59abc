"""Ask the tables for courses, and lay the answer out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from recert.actions.find_courses import FoundCourse, FoundCourses, Wishes, find_courses, open_found
from recert.actions.find_place import find_zip
from recert.actions.judge_courses import judge_course, usual_fees
from recert.actions.weigh_course import Scale, scale_for, weigh
from recert.cli.options import today
from recert.cli.page import Page, page_for_terminal, print_json
from recert.config.finding import asked
from recert.rules.money import dollars
from recert.rules.points import hundredths

HOW_NEAR = 25.0
EVERY = 10_000
"""A terminal may want them all; a catalog of a million is asked more narrowly."""


def courses(*, words: str, near: str, within: float | None, credential: str, as_json: bool, **narrowing: Any) -> None:
    """:raises click.UsageError: naming the option that cannot be answered."""
    if within is not None and not near:
        raise click.UsageError("--within: miles from where? Give a ZIP code with --near.")
    point = asked(lambda: find_zip(near)).point if near else None
    scale = asked(lambda: scale_for(credential, today=today())) if credential else None
    first = scale.approver if scale else ""
    miles = HOW_NEAR if within is None else within
    wishes = Wishes(words=words, near=point, within=miles, approved_first=first, most=EVERY, **narrowing)
    found = asked(lambda: find_courses(None, wishes=wishes))
    usual = usual_fees()
    documents = [course_document(each, usual, scale) for each in open_found(found, found.numbers)]
    if as_json:
        print_json(documents)
    else:
        page = page_for_terminal()
        _print(page, documents, found)
        page.print()


def course_document(found: FoundCourse, usual: Mapping[str, Any], scale: Scale | None) -> dict[str, Any]:
    """One entry of the contract's `find courses`; `category` is what is stated, `suggested` what the title speaks of."""
    course, judged = found.course, judge_course(found.course, usual)
    return {
        "id": course.pk,
        "title": course.title,
        "provider": course.provider_name,
        "record_type": course.record_type,
        "quantity": None if course.quantity is None else f"{course.quantity:f}",
        "unit": course.unit or None,
        "hours": None if course.hours is None else f"{course.hours:f}",
        "category": course.category,
        "suggested": [name for name in course.suggested.split(";") if name],
        "approved_by": [name for name in course.approved_by.split(";") if name],
        "price": None if course.price is None else dollars(course.price),
        "url": course.url,
        "format": course.format,
        "zip": course.zip,
        "miles": None if found.miles is None else round(found.miles, 1),
        "has_ended": course.has_ended,
        "checked_on": course.checked_on.isoformat(),
        "source": course.source,
        "six_questions": dict(judged.answers),
        "score": {"least": judged.least, "most": judged.most, "of": len(judged.answers)},
        **({"worth": worth_document(found, scale)} if scale else {}),
    }


def worth_document(found: FoundCourse, scale: Scale) -> dict[str, Any]:
    worth = weigh(found.course, scale)
    price, points = found.course.price, worth["points"]
    each = dollars(price * 100 // hundredths(points)) if price is not None and points not in {None, "0"} else None
    return {**{name: worth[name] for name in ("counts", "points", "as", "reasons")}, "price_per_point": each}


def _print(page: Page, documents: list[dict[str, Any]], found: FoundCourses) -> None:
    for typed, instead in found.instead.items():
        page.say(f"Nothing has “{typed}”; looked for {', '.join(instead)}.")
    page.say(f"{len(documents) or 'No'} {'course' if len(documents) == 1 else 'courses'}.", bold=True)
    for course in documents:
        page.gap()
        page.say(f"{course['title']}{' (has ended)' if course['has_ended'] else ''}", bold=True)
        page.say(course["provider"], indent=2)
        page.say(" · ".join(_facts(course)), indent=2, hanging=2)
        if course["url"]:
            page.say(course["url"], indent=2)
    page.gap()
    page.say("Records age: prices and credits are as they were on the day shown. Confirm with the provider.")


def _facts(course: Mapping[str, Any]) -> list[str]:
    price = course["price"]
    credit = f"{course['quantity']} {course['unit']}" if course["unit"] else "no credit stated"
    worth = course.get("worth")
    facts = [credit, "free" if price == "0.00" else f"${price}" if price else "no price stated"]
    facts += [f"{course['miles']} mi"] if course["miles"] is not None else []
    facts += [f"worth {worth['points']} points"] if worth and worth["points"] else []
    facts += [f"{course['score']['least']} to {course['score']['most']} of six questions answered yes"]
    return [*facts, f"checked {course['checked_on']}"]
