"""Amounts and sentences of a plan, made here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from recert.rules.points import as_text, hundredths
from recert.web.base.missing import after_expiry, joined, kind_of_points
from recert.web.base.missing import points_text as points_of
from recert.web.base.templatetags.base import day
from recert.web.base.words import word

Document = Mapping[str, Any]
GOALS: Mapping[str, Promise] = {
    "cost": gettext_lazy("Cheapest"),
    "hours": gettext_lazy("Fastest"),
    "travel": gettext_lazy("Least travel"),
}
LEFT_OUT = ("unit", "kind", "online_part", "price", "format", "language", "miles")


def money(cents: int) -> str:
    """A price, without cents where there are none: $10, $12.50, $1,200.

    >>> money(1000), money(1250)
    ('$10', '$12.50')
    """
    whole, rest = divmod(cents, 100)
    shown = formats.number_format(whole, use_l10n=True, force_grouping=True)
    return f"${shown}.{rest:02d}" if rest else f"${shown}"


def price_text(cents: int | None) -> str:
    if cents is None:
        return _("price not known")
    return money(cents) if cents else _("free")


def hours_text(hours: int | None, *, is_guess: bool = False) -> str:
    """`3 hours`, `about 3 hours` where the length of some course is our guess.

    >>> hours_text(100), hours_text(250, is_guess=True), hours_text(None)
    ('1 hour', 'about 2.5 hours', 'length not stated')
    """
    if hours is None:
        return _("length not stated")
    one, values = 1 if hours == 100 else 2, {"hours": as_text(hours)}
    if is_guess:
        return ngettext("about %(hours)s hour", "about %(hours)s hours", one) % values
    return ngettext("%(hours)s hour", "%(hours)s hours", one) % values


def miles_text(miles: int | None, form: str) -> str:
    """How far; nothing for what is not held anywhere."""
    if form != "in_person":
        return ""
    if miles is None:
        return _("in person; how far is not known")
    return _("in person, %(miles)s miles away") % {"miles": as_text(round(miles, -1))}


def total_text(plan: Document) -> str:
    """`$24`, `free`, or what is known of it: an unknown price is never nothing."""
    if not plan["unpriced"]:
        return price_text(plan["cost"])
    values = {"known": money(plan["cost"]), "n": plan["unpriced"]}
    if not plan["cost"]:
        return ngettext("one price not known", "%(n)d prices not known", plan["unpriced"]) % values
    both = ngettext("%(known)s and one price not known", "%(known)s and %(n)d prices not known", plan["unpriced"])
    return both % values


def each_text(cents: int | None, points: str) -> str:
    """`$8 a point`: the price of what counts.

    >>> each_text(2400, "3"), each_text(0, "3"), each_text(None, "3")
    ('$8 a point', '', '')
    """
    counted = hundredths(points)
    if not cents or not counted:
        return ""
    return _("%(price)s a point") % {"price": money((cents * 100 + counted // 2) // counted)}


def to_choose(step: Document) -> str:
    """What to choose from a collection: `at least 9 clinical points and 8 general points; the other 30 of any kind`.

    What an area lacks without it is needed, nothing else is: the rest may be of any. Empty where one cannot choose.
    """
    if step["area"] != "chosen" or "lacks" not in step:
        return ""
    lacks = {area: points for area, points in step["lacks"].items() if area in step["category"].split("|")}
    rest = hundredths(step["counted"]) - sum(map(hundredths, lacks.values()))
    needed = joined([kind_of_points(area, points) for area, points in lacks.items()])
    if not lacks:
        return _("%(points)s of any kind") % {"points": points_of(step["counted"])}
    if rest <= 0:
        return needed
    return _("at least %(needed)s; the other %(rest)s of any kind") % {"needed": needed, "rest": as_text(rest)}


def requirement(about: str, certifier: str) -> str:
    known = {
        "total": _("the total"),
        "approved": _("points approved by %(certifier)s") % {"certifier": certifier},
    }
    return known.get(about) or _("%(area)s points") % {"area": word(about).lower()}


def requirements(abouts: Sequence[str], certifier: str) -> str:
    return joined([requirement(about, certifier) for about in abouts])


def next_step(step: Document) -> str:
    """`Take this first: Wound care, free, 2 points, by March 3, 2027.`"""
    values = {
        "title": step["title"],
        "price": price_text(step["price"]),
        "points": points_of(step["counted"]),
        "day": day(step["do_by"]),
    }
    return _("Take this first: %(title)s, %(price)s, %(points)s, by %(day)s.") % values


def applying(way: Document | None, today: date) -> str:
    """By which way, and up to which day, a plan's steps are in time, and by which other way they need not be.

    `Its days fit applying online, by Feb. 7, 2027. By mail you must apply by Jan. 29, 2027.` Nothing where there is
    no plan, or it was chosen before plans said so.
    """
    if not way:
        return ""
    values, route = {"day": day(way["apply_by"])}, way["route"]
    if route is None:
        return _("Its days fit the end of your cycle, %(day)s: no earlier day to apply by is published.") % values
    values["way"] = word(route["route"], "route").lower()
    if date.fromisoformat(way["apply_by"]) < today:
        return _("The last safe day to apply %(way)s, %(day)s, has passed: finish as soon as you can.") % values
    return _("Its days fit applying %(way)s, by %(day)s.") % values + _slower(way["slower"], today)


def _slower(safe: Document | None, today: date) -> str:
    """The way that asks for more haste, while its day has not passed."""
    if safe is None or date.fromisoformat(safe["apply_by"]) < today:
        return ""
    values = {"way": word(safe["route"], "route"), "day": day(safe["apply_by"])}
    return " " + _("%(way)s you must apply by %(day)s.") % values


LIMITS: Mapping[str, Promise] = {
    "budget": gettext_lazy("Your budget is too small for any plan."),
    "hours_a_month": gettext_lazy("There is not enough time for any plan at your hours a month."),
    "format": gettext_lazy("Courses of the formats you chose do not close the gap."),
    "forbidden": gettext_lazy("Courses you left out would be needed."),
    "pinned": gettext_lazy("A course you want to keep would not count, or cannot be taken in time."),
    "dates": gettext_lazy("The courses that would close the gap exclude each other, or end too late to apply safely."),
}


def obstacles(plan: Document, certifier: str, today: date) -> tuple[str, ...]:
    """What stands in the way: each limit, each number nobody confirmed, and in one sentence all that stays missing.

    Of a cycle that is over it says which way back is open.
    """
    items: Sequence[Document] = plan["why_not"]
    if any(each["about"] == "cycle_over" for each in items):
        return (after_expiry(plan["dates"]["ce_route_closes_on"], today.isoformat()),)
    told = [str(LIMITS[each["about"]]) for each in items if each["about"] in LIMITS]
    asked = [each for each in items if each["about"] not in LIMITS]
    for each in asked:
        if each["missing"] is None:
            values = {"about": requirement(each["about"], certifier)}
            told.append(_("Nobody could confirm how many points are needed: %(about)s.") % values)
    if short := [_short(each, certifier) for each in asked if each["missing"] is not None]:
        told.append(_("Still missing, even with every course this plan may use: %(what)s.") % {"what": joined(short)})
    return tuple(told)


def _short(item: Document, certifier: str) -> str:
    """`6.5 points in all`, `10 administrative points`."""
    points = as_text(item["missing"])
    known = {
        "total": _("%(points)s in all"),
        "approved": _("%(points)s approved by %(certifier)s"),
    }
    if item["about"] in known:
        return known[item["about"]] % {"points": points_of(points), "certifier": certifier}
    return kind_of_points(item["about"], points)


def left_out(why: str, count: int) -> str:
    """How many listings were not planned with, and why."""
    told = {
        "unit": ngettext(
            "%(n)d course states its credit in a unit whose worth for this credential nobody publishes. Ask your certifier.",
            "%(n)d courses state their credit in units whose worth for this credential nobody publishes. Ask your"
            " certifier.",
            count,
        ),
        "kind": ngettext(
            "%(n)d course is of a kind this credential does not accept.",
            "%(n)d courses are of kinds this credential does not accept.",
            count,
        ),
        "online_part": ngettext(
            "%(n)d listing is only the online part of a CPR course: the price of the hands-on part, without which there"
            " is no card, is not stated.",
            "%(n)d listings are only the online part of a CPR course: the price of the hands-on part, without which"
            " there is no card, is not stated.",
            count,
        ),
        "price": ngettext("%(n)d course has no known price.", "%(n)d courses have no known price.", count),
        "format": ngettext(
            "%(n)d course is not of the formats you chose.", "%(n)d courses are not of the formats you chose.", count
        ),
        "language": ngettext(
            "%(n)d course is not in the languages you chose.",
            "%(n)d courses are not in the languages you chose.",
            count,
        ),
        "miles": ngettext(
            "%(n)d course is farther away than you chose, or we do not know where.",
            "%(n)d courses are farther away than you chose, or we do not know where.",
            count,
        ),
    }
    return told[why] % {"n": count}


CHOSEN: Mapping[str, Promise] = {
    "pin": gettext_lazy("Kept: every plan has this course now."),
    "forbid": gettext_lazy("Left out: no plan has this course now."),
    "free": gettext_lazy("Taken back: the planner decides about this course again."),
}


def relaxation(item: Document, *, has_budget: bool) -> str:
    """What one tap changes: `Raise the budget by $14`. Unknown prices fit no budget, so that one goes with them."""
    about, missing = item["about"], item["missing"] or 0
    known = {
        "budget": _("Raise the budget by %(amount)s") % {"amount": money(missing)},
        "hours_a_month": _("Allow %(hours)s more a month") % {"hours": hours_text(missing)},
        "forbidden": _("Allow again what I left out"),
        "formats": _("Allow any format"),
        "languages": _("Allow any language"),
        "within": _("Allow any distance"),
        "prices": _("Plan without a budget, with courses of unknown price")
        if has_budget
        else _("Plan with courses of unknown price"),
        "open_areas": _("Plan with courses whose area nobody states"),
        "everything": _("Lift every limit"),
    }
    return known[about]


def has_a_collection(steps: Sequence[Document]) -> bool:
    """Whether one takes as much from a course as one likes, so that not every way to do so was tried."""
    return any(step["of"] or step["area"] == "chosen" for step in steps)


def in_one_piece() -> str:
    return _("A collection is planned as one piece: a part of it, with other courses, may do better.")


def _tried() -> str:
    return _("Tried: all that you need from a collection, a half, a quarter and an eighth. Another part may do better.")


def bound(plan: Document) -> str:
    """What was not proved, and how much better a plan could be at most."""
    if has_a_collection(plan["steps"]):
        return _tried() if plan["goal"] == "hours" else in_one_piece()
    left = plan["remaining"]
    if left is None:
        return "" if plan["proved"] else _("The search ran out of time: there may be a better plan.")
    amounts = {"cost": money(left["by"]), "hours": hours_text(left["by"])}
    if left["about"] not in amounts:
        return _("The search ran out of time: there may be a better plan.")
    told = _("The search ran out of time: a better plan could spare %(amount)s at most.")
    return told % {"amount": amounts[left["about"]]}
