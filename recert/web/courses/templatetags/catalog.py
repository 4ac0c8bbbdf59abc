"""A course's facts in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.utils import formats

from recert.quality.judge import Judgement
from recert.web.courses import words

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
def amount(quantity: Decimal) -> str:
    """A quantity without needless digits, as the reader writes numbers."""
    return formats.number_format(quantity)


@register.filter
def money(cents: int) -> str:
    """A price, without cents where there are none: $10, $12.50."""
    whole, rest = divmod(cents, 100)
    shown = formats.number_format(whole, use_l10n=True, force_grouping=True)
    return f"${shown}.{rest:02d}" if rest else f"${shown}"


@register.inclusion_tag("courses/six.html")
def six_questions(judged: Judgement) -> dict[str, Any]:
    """Every question with its answer and the words it was read from."""
    rows = [
        (words.QUESTIONS[name], words.ANSWERS[answer], judged.evidence.get(name))
        for name, answer in judged.answers.items()
    ]
    return {"rows": rows, "judged": judged, "of": len(rows)}
