"""The one thing to do next, chosen from where a credential stands and how much time is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recert.actions.check_standing import Standing
from recert.actions.list_unsorted import without_category
from recert.records.models import PlanStep
from recert.rules.document import done_by, without_proof
from recert.web.base.effects import urgent_in
from recert.web.base.missing import after_expiry
from recert.web.base.navigation import address
from recert.web.base.templatetags.base import day
from recert.web.base.words import word

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What to do, and the button that leads there."""

    text: str
    label: str = ""
    href: str = ""


def next_step(standing: Standing, planned: PlanStep | None = None) -> Step:
    """`planned` is what comes first in the plan they chose."""
    document = standing.document
    if standing.days_left < 0:
        return _after_expiry(standing)
    if document["met"]:
        return _wait(document) or _prove(document) or _apply(standing)
    if not document["activities"]:
        return Step(
            text=_("Put in what you have finished so far: a photo of each certificate is enough."),
            label=_("Add a certificate"),
            href=reverse("certificate-add"),
        )
    if urgent := urgent_in(document):
        return Step(
            text=_("Answer the questions about your activities first: the answers may change your points."),
            label=_("Answer"),
            href=reverse("activity-edit", args=[urgent[0]]),
        )
    return _sort(standing) or (_follow(standing, planned) if planned else _earn(standing))


def _sort(standing: Standing) -> Step | None:
    """Points are there that no category was named for, and a category is short: they may fill it at no cost."""
    short = {need["about"] for need in standing.document["gap"]["needs"]} - {"total", "approved"}
    count = without_category([standing]) if short else 0
    if not count:
        return None
    text = ngettext(
        "%(count)s activity names no category. Choose one: it may fill what is missing.",
        "%(count)s activities name no category. Choose one for each: they may fill what is missing.",
        count,
    )
    return Step(text=text % {"count": count}, label=_("Choose categories"), href=reverse("activities-sort"))


def _earn(standing: Standing) -> Step:
    safe = _slowest(standing.document)
    values = {"day": day(safe["apply_by"]) if safe else ""}
    text = _("See the cheapest, the fastest and the nearest way to earn what is missing.")
    if safe:
        text = _(
            "Earn what is missing in time to apply by %(day)s. Your plan shows the cheapest, fastest and nearest way."
        )
    return Step(text=text % values, label=_("Plan it"), href=address("plan-one", standing.holding_id))


def _follow(standing: Standing, planned: PlanStep) -> Step:
    """The same thing their plan puts first: two pages may not name two next steps."""
    text = _("A step of your plan is late. See what to do now.")
    if planned.do_by.isoformat() >= standing.document["as_of"]:
        said = _("Take “%(title)s” by %(day)s, as you planned.")
        text = said % {"title": planned.document["title"], "day": day(planned.do_by)}
    return Step(text=text, label=_("Open your plan"), href=address("plan-one", standing.holding_id))


def _wait(document: Document) -> Step | None:
    """The points are there once what was put in for a day to come is done."""
    last = done_by(document)
    if not last:
        return None
    text = _("Do what is still to come, by %(day)s. Then you can apply.") % {"day": day(last)}
    return Step(text=text, label=_("See what is still to come"), href=f"{reverse('activities')}?show=future_date")


def _prove(document: Document) -> Step | None:
    """Points are there, papers are not: what counts and was not approved by the certifier wants its certificate."""
    missing = without_proof(document)
    if not missing:
        return None
    text = ngettext(
        "You have the points. %(count)s activity that counts has no certificate yet; attach it before you apply.",
        "You have the points. %(count)s activities that count have no certificate yet; attach them before you apply.",
        len(missing),
    )
    href = f"{reverse('activities')}?show=proof_missing"
    if len(missing) == 1:
        href = f"{reverse('certificate-add')}?for={missing[0]['activity']}"
    return Step(text=text % {"count": len(missing)}, label=_("Add a certificate"), href=href)


def _apply(standing: Standing) -> Step:
    route = _slowest(standing.document)
    label, href = _("Apply"), address("apply", standing.holding_id)
    if route is None:
        return Step(text=_("You have what it takes. Apply to your certifier now."), label=label, href=href)
    values = {"route": word(route["route"], "route").lower(), "day": day(route["apply_by"])}
    return Step(text=_("You have what it takes. Apply %(route)s by %(day)s.") % values, label=label, href=href)


def _after_expiry(standing: Standing) -> Step:
    closes = standing.document["dates"]["ce_route_closes_on"]
    label, href = _("I have renewed"), reverse("holding-renew", args=[standing.holding_id])
    text = after_expiry(closes, standing.document["as_of"])
    return Step(text=text, label=label, href=href)


def _routes(document: Document) -> list[Document]:
    """The ways to apply with points, the earliest day first; instant handling only where every point allows it."""
    instant = all(each["approved"] for each in document["activities"] if each["counted"] != "0")
    points = [each for each in document["dates"]["latest_safe"] if each["route"] != "exam"]
    fitting = [each for each in points if instant or each["route"] != "all_approved"]
    return sorted(fitting, key=lambda each: each["apply_by"])


def _slowest(document: Document) -> Document | None:
    """The earliest latest-safe day that is still to come: who keeps to it may choose any route."""
    return next((each for each in _routes(document) if each["apply_by"] >= document["as_of"]), None)
