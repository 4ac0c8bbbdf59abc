"""One credential's standing, ready for the template: sentence, bars, dates, questions, next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recert.actions.check_standing import Standing
from recert.records.models import PlanStep
from recert.web.base import missing as sentences
from recert.web.base.effects import Said, told
from recert.web.base.words import word
from recert.web.standing.next_step import Step, next_step

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One requirement with the name it goes by here."""

    about: str
    finding: Document
    unit: str = ""
    """What the certifier calls its points, said once, at the total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question raised by some activities, once, with a way to see which."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    standing: Standing
    met: bool | None
    missing: str
    at_least: str
    days_left: str
    bars: tuple[Bar, ...]
    asked: tuple[Asked, ...]
    besides: tuple[Said, ...]
    step: Step


def panel_of(standing: Standing, planned: PlanStep | None = None) -> Panel:
    document, book = standing.document, standing.rulebook
    return Panel(
        standing=standing,
        met=sentences.is_ready(document),
        missing=sentences.missing(document, certifier=book.certifier.acronym),
        at_least=at_least(document),
        days_left=sentences.days_left(standing.days_left),
        bars=tuple(_bar(each, standing) for each in document["findings"]),
        asked=tuple(_asked(document["questions"])),
        besides=tuple(told(each, {}) for each in document["questions"] if not each["activity"]),
        step=next_step(standing, planned),
    )


def _bar(finding: Document, standing: Standing) -> Bar:
    unit = _(standing.rulebook.points_called) if finding["about"] == "total" else ""
    return Bar(about=name_of(finding["about"], standing), finding=finding, unit=unit)


def name_of(about: str, standing: Standing) -> str:
    if about == "approved":
        return _("Approved by %(certifier)s") % {"certifier": standing.rulebook.certifier.acronym}
    return word(about)


def at_least(document: Document) -> str:
    """How much is still to earn in all, where the sentence names several kinds that overlap."""
    if document["met"] or len(document["gap"]["needs"]) < 2:
        return ""
    points = document["gap"]["points"]
    return _("At least %(points)s in all.") % {"points": sentences.points_text(points)}


def _asked(questions: Sequence[Document]) -> list[Asked]:
    counted = Counter(each["code"] for each in questions if each["activity"])
    return [
        Asked(text=_question(code, count), href=_answered_at(code))
        for code, count in counted.items()
        if code != "future_date"
    ]


def _answered_at(code: str) -> str:
    """Where all of a kind are answered at once, else the list of the activities that raise it."""
    return reverse("activities-sort") if code == "relevance_not_stated" else f"{reverse('activities')}?show={code}"


def _question(code: str, count: int) -> str:
    """The question in the plural; one we have no words for is still asked."""
    texts = {
        "unit_ambiguous": ngettext(
            "%(count)s activity says only “CEU”. Is that one hour or ten?",
            "%(count)s activities say only “CEU”. Is that one hour or ten?",
            count,
        ),
        "conversion_unknown": ngettext(
            "%(count)s activity has a unit without a published value. Ask for its points.",
            "%(count)s activities have a unit without a published value. Ask for their points.",
            count,
        ),
        "relevance_not_stated": ngettext(
            "%(count)s activity does not say whether it is about medical assisting.",
            "%(count)s activities do not say whether they are about medical assisting.",
            count,
        ),
        "proof_missing": ngettext(
            "%(count)s activity has no certificate noted.",
            "%(count)s activities have no certificate noted.",
            count,
        ),
        "length_not_stated": ngettext(
            "%(count)s activity does not say how long it took.",
            "%(count)s activities do not say how long they took.",
            count,
        ),
        "iacet_ceu": ngettext(
            "%(count)s activity is in IACET CEUs; have its hours ready.",
            "%(count)s activities are in IACET CEUs; have their hours ready.",
            count,
        ),
    }
    other = ngettext("%(count)s activity has a question.", "%(count)s activities have a question.", count)
    return texts.get(code, other) % {"count": count}
