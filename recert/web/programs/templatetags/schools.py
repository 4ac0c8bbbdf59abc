"""A program's chart, its field and award in words, a telephone number, a price."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context
from django.utils import formats

from recert.records.models import Program
from recert.web.programs import chart, words

register = template.Library()


@register.inclusion_tag("programs/chart.html")
def completions(program: Program) -> dict[str, Any]:
    """Five bars, and the same in words."""
    years: Mapping[str, int] = program.completions
    return {"bars": chart.bars(years), "told": chart.told(years)}


@register.simple_tag(takes_context=True)
def farther(context: Context, miles: int) -> str:
    """The same question, within more miles."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["within"] = str(miles)
    return str(query.urlencode())


@register.filter
def field_of_study(cip: str) -> str:
    """What is learned: {{ program.cip|field_of_study }}."""
    return str(words.FIELDS.get(cip, cip))


@register.filter
def award(program: Program) -> str:
    """The certificate or degree."""
    return str(words.AWARDS.get(program.award_code, program.award))


@register.filter
def sector(text: str) -> str:
    """Who runs the school: the file's own word says how long its longest program is, too."""
    return str(words.SECTORS.get(text.partition(",")[0], text))


@register.filter
def telephone(digits: str) -> words.Telephone | None:
    """A number to show and to dial; nothing where it is not one."""
    return words.telephone(digits)


@register.filter
def dollars(cents: int) -> str:
    """A price without cents where there are none: $4,000."""
    whole, rest = divmod(cents, 100)
    shown = formats.number_format(whole, use_l10n=True, force_grouping=True)
    return f"${shown}.{rest:02d}" if rest else f"${shown}"
