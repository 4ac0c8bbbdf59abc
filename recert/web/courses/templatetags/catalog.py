"""A course's facts in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import template
from django.forms import BaseForm
from django.template.context import Context
from django.utils import formats
from django.utils.translation import gettext as _

from recert.actions.plan_offers import is_doubtful
from recert.actions.weigh_course import Scale
from recert.quality.judge import Judgement
from recert.records.models import Course
from recert.topics.specialties import specialties_of
from recert.web.base.words import approver_names, word
from recert.web.courses import words
from recert.web.courses.directory import KINDS

register = template.Library()


@register.filter
def how(course_format: str) -> str:
    """Online, live online, in person; nothing where nobody says."""
    return str(words.FORMATS.get(course_format, ""))


@register.filter
def sort_of(record_type: str) -> str:
    """What kind of listing it is."""
    return str(words.SORTS.get(record_type, record_type))


@register.filter
def approvers(names: str) -> str:
    return approver_names(names)


@register.filter
def provider_kind(kind: str) -> str:
    """What kind of provider it is; nothing where the listing does not tell."""
    return str(KINDS[kind]) if kind in KINDS else ""


@register.filter
def may_be_off_topic(course: Course, scale: Scale) -> bool:
    """Whether nobody can tell that its subject is the certifier's, as the plan asks too."""
    return is_doubtful(course, scale.approver)


@register.filter
def asks(worth: Mapping[str, Any], code: str) -> bool:
    """Whether a question is open about a course that was weighed."""
    return any(question["code"] == code for question in worth.get("questions", ()))


@register.filter
def amount(quantity: Decimal) -> str:
    """A quantity without needless digits, as the reader writes numbers."""
    return formats.number_format(quantity)


@register.filter
def one_of(unit: str) -> str:
    """What a fee is asked for: the unit of credit, or an hour where only the length is known."""
    return word(unit, "unit") if unit else _("hour")


@register.filter
def money(cents: int) -> str:
    """A price, without cents where there are none: $10, $12.50."""
    whole, rest = divmod(cents, 100)
    shown = formats.number_format(whole, use_l10n=True, force_grouping=True)
    return f"${shown}.{rest:02d}" if rest else f"${shown}"


@register.simple_tag(takes_context=True)
def kept(context: Context, **more: str) -> str:
    """What the address asks for, for the same question on another list: all but which list and which page."""
    query = context["request"].GET.copy()
    for name in ("fills", "free", "page"):
        query.pop(name, None)
    query.update(more)
    return f"?{query.urlencode()}" if query else ""


@register.simple_tag
def taught_near(form: BaseForm) -> str:
    """What to ask the list of schools instead: the same place, and the field that the question speaks of."""
    asked = {"near": form["near"].value() or "", "study": ""}
    named = [form["specialty"].value(), *specialties_of(form["q"].value() or "")]
    asked["study"] = next((name for name in named if name in words.TAUGHT), "")
    return f"?{urlencode({name: value for name, value in asked.items() if value})}" if asked["near"] else ""


@register.inclusion_tag("courses/six.html")
def six_questions(judged: Judgement) -> dict[str, Any]:
    """Every question with its answer and the words it was read from."""
    rows = [
        (words.QUESTIONS[name], words.ANSWERS[answer], judged.evidence.get(name))
        for name, answer in judged.answers.items()
    ]
    return {"rows": rows, "judged": judged, "of": len(rows)}
