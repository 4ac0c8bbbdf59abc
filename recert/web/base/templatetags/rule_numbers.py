"""Numbers drawn from the rulebooks as a page is shown, each with a footnote that opens its rule."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from recert.rulebooks.library import rulebook
from recert.rules.edition import Citation, Rulebook
from recert.rules.numbers import Number
from recert.web.base.rule_words import (
    Footnote,
    Footnotes,
    NoSuchNumber,
    about_words,
    number_named,
    number_phrase,
    number_text,
)

register = template.Library()


@register.simple_tag(takes_context=True)
def rule(context: Context, credential: str, about: str, *, edition: str = "", years: bool = False) -> SafeString:
    """A number of a rulebook: {% rule "cma-aama" "total" as total %}. It cannot be quoted when no rulebook states it."""
    rules = rulebook(credential)
    chosen, number = number_named(rules, about, edition)
    text = _years(number) if years else number_text(number)
    footnotes: Footnotes = context["footnotes"]
    return format_html("{}{}", text, _mark(footnotes.quote(rules, chosen, number)))


@register.simple_tag(takes_context=True)
def cite(context: Context, credential: str, about: str) -> SafeString:
    """The mark of a rule that a sentence tells in its own words: {% cite "rma-amt" "carry_over" as source %}."""
    rules = rulebook(credential)
    chosen, number = number_named(rules, about)
    footnotes: Footnotes = context["footnotes"]
    return _mark(footnotes.quote(rules, chosen, number))


def _mark(note: Footnote) -> SafeString:
    label = gettext("Source: note %(mark)s") % {"mark": note.mark}
    link = '<a class="note-mark" href="#note-{}" aria-label="{}"><sup>{}</sup></a>'
    return format_html(link, note.mark, label, note.mark)


def _years(number: Number) -> str:
    if not isinstance(number.value, int) or number.measure != "months" or number.value % 12:
        raise NoSuchNumber(f"{number.about} is {number_text(number)} {number.measure}, which is not in whole years")
    return str(number.value // 12)


@register.inclusion_tag("base/parts/sources.html", takes_context=True)
def sources(context: Context) -> dict[str, Any]:
    """Where the page's numbers come from, in the order they were quoted."""
    return {"footnotes": list(context["footnotes"])}


@register.filter
def in_words(number: Number) -> str:
    """A number with the word it is counted in."""
    return number_phrase(number)


@register.filter
def in_units_of(number: Number, rules: Rulebook) -> str:
    """A number with the word its certifier counts in: 14 clock hours."""
    if number.measure != "points" or number.value is None:
        return number_phrase(number)
    return gettext("%(n)s %(unit)s") % {"n": number_text(number), "unit": gettext(rules.points_called)}


@register.filter
def bare(number: Number) -> str:
    """A number without the word it is counted in."""
    return number_text(number)


@register.filter
def about_what(number: Number) -> str:
    """What a number is about; empty where the rule's own sentence says it."""
    return about_words(number.about)


@register.filter
def anchor(about: str) -> str:
    """The place of a number on its credential's page."""
    return "rule-" + "".join(letter if letter.isalnum() else "-" for letter in about)


@register.filter
def source_only(cited: Citation) -> dict[str, Any]:
    """A citation without its sentence, where that sentence stands beside it already."""
    return {
        "source": cited.source, "confidence": cited.confidence, "note": cited.note, "claims": cited.claims,
    }  # fmt: skip
