"""The sentence a holder came for: what is missing, of which kind; made here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recert.rules.document import done_by
from recert.web.base.words import readable, word

Document = Mapping[str, Any]


def is_ready(document: Document) -> bool | None:
    """Whether one could apply today; None where nobody knows what is needed."""
    return False if done_by(document) else document["met"]


def missing(document: Document, *, certifier: str) -> str:
    """What is missing in one sentence.

    `Still missing: 6 administrative points, and 10 of what you still earn must be AAMA-approved.`
    """
    if last := done_by(document):
        told = _("Every requirement is met once what is still to come is done, on %(day)s.")
        return told % readable({"day": last})
    if document["met"]:
        return _("Every requirement is met.")
    needs = {need["about"]: need["points"] for need in document["gap"]["needs"]}
    approved = needs.pop("approved", None)
    pieces = [kind_of_points(about, points) for about, points in needs.items() if about != "total"]
    rest = _of_any_kind(document, needs)
    if rest:
        pieces.append(_more_of_any_kind(rest) if pieces else points_text(rest))
    if approved is None:
        return _("Still missing: %(missing)s.") % {"missing": joined(pieces)} if pieces else _unknown(document)
    return _with_approval(pieces, approved, gap=document["gap"]["points"], certifier=certifier)


def _with_approval(pieces: Sequence[str], approved: str, *, gap: str, certifier: str) -> str:
    values = {"missing": joined(pieces), "approved": approved, "certifier": certifier}
    if not pieces or (len(pieces) == 1 and approved == gap and pieces == [points_text(gap)]):
        return (
            ngettext(
                "Still missing: %(approved)s %(certifier)s-approved point.",
                "Still missing: %(approved)s %(certifier)s-approved points.",
                how_many(approved),
            )
            % values
        )
    told = _("Still missing: %(missing)s, and %(approved)s of what you still earn must be %(certifier)s-approved.")
    return told % values


def _of_any_kind(document: Document, needs: Mapping[str, str]) -> str:
    """Points the total lacks beyond those the categories ask for."""
    total = next((each["short"] for each in document["findings"] if each["about"] == "total"), None)
    named = sum((Decimal(points) for about, points in needs.items() if about != "total"), Decimal())
    rest = Decimal(total or 0) - named
    return f"{rest.normalize():f}" if rest > 0 else ""


def _unknown(document: Document) -> str:
    unknown = [word(each["about"]) for each in document["findings"] if each["met"] is None]
    return _("How much is needed is not published (%(about)s). Ask your certifier.") % {"about": ", ".join(unknown)}


def how_many(points: str) -> int:
    """The grammatical number of an amount: only exactly one is singular."""
    return 1 if points == "1" else 2


def points_text(points: str) -> str:
    return ngettext("%(points)s point", "%(points)s points", how_many(points)) % {"points": points}


def _more_of_any_kind(points: str) -> str:
    return _("%(points)s more of any kind") % {"points": points}


def kind_of_points(about: str, points: str) -> str:
    """`6 administrative points`."""
    one = how_many(points)
    known = {
        "administrative": ngettext("%(points)s administrative point", "%(points)s administrative points", one),
        "clinical": ngettext("%(points)s clinical point", "%(points)s clinical points", one),
        "general": ngettext("%(points)s general point", "%(points)s general points", one),
        "basic": ngettext("%(points)s basic point", "%(points)s basic points", one),
        "specialty": ngettext("%(points)s specialty point", "%(points)s specialty points", one),
    }
    other = ngettext("%(points)s point in %(category)s", "%(points)s points in %(category)s", one)
    return known.get(about, other) % {"points": points, "category": word(about)}


def joined(pieces: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(pieces) < 2:
        return "".join(pieces)
    return _("%(first)s and %(last)s") % {"first": ", ".join(pieces[:-1]), "last": pieces[-1]}


def after_expiry(closes: str | None, today: str) -> str:
    """Which way back is open once a cycle has ended."""
    if closes and closes >= today:
        return _("Your cycle has ended. You can still recertify with points until %(day)s.") % readable({"day": closes})
    if closes:
        told = _("Recertifying with points closed on %(day)s. Ask your certifier about the exam.")
        return told % readable({"day": closes})
    return _("Your cycle has ended. Ask your certifier which way back is open.")


def days_left(days: int) -> str:
    if days < 0:
        gone = ngettext("Ended %(days)s day ago", "Ended %(days)s days ago", -days)
        return gone % {"days": -days}
    return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days}
