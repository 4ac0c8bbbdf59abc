"""The guide's tables, each drawn from the rulebooks, the outlines or the opportunities as it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

import yaml
from django import template
from django.template.context import Context

from recert.rulebooks.library import MOST_HELD, all_rulebooks, most_held
from recert.rulebooks.states import all_states
from recert.rules.edition import Rulebook
from recert.rules.transcript import MINUTES_IN
from recert.topics.outline import OutlineLine, outline
from recert.web.base.rule_words import current_edition, number_named
from recert.web.guide.converter import AmountUnreadable, convert, read_amount
from recert.web.guide.opportunities import opportunities as every_opportunity
from recert.web.guide.state_answers import counted
from recert.web.guide.ways import WAYS, way

register = template.Library()


@register.inclusion_tag("guide/parts/at_a_glance.html")
def at_a_glance() -> dict[str, Any]:
    """Every credential with a confirmed core: how many points in how long, and how sure that is."""
    known = [rules for rules in all_rulebooks() if current_edition(rules) is not None]
    rows = [(rules, number_named(rules, "total")[1], number_named(rules, "cycle")[1]) for rules in known]
    unconfirmed = [rules for rules in all_rulebooks() if not rules.editions]
    return {"tables": (rows[:MOST_HELD], rows[MOST_HELD:]), "unconfirmed": unconfirmed}


@register.inclusion_tag("guide/parts/ways.html")
def ways_to_earn() -> dict[str, Any]:
    """Kinds of activity by certifier."""
    rulebooks = list(most_held())
    return {
        "rulebooks": rulebooks,
        "rows": [(kind, [(rules, way(rules, kind)) for rules in rulebooks]) for kind in WAYS],
    }


@register.simple_tag
def states_known() -> str:
    """Of how many states we know what they ask of continuing education."""
    return counted(all_states())


@register.inclusion_tag("guide/parts/opportunities.html")
def opportunities(group: str) -> dict[str, Any]:
    """One group of courses with the price that was stated and how old it is."""
    return {"offers": every_opportunity()[group]}


@register.inclusion_tag("guide/parts/certifier_links.html")
def certifier_links() -> dict[str, Any]:
    """The certifiers' own pages."""
    linked = [rules for rules in all_rulebooks() if rules.links or rules.certifier.href]
    by_certifier = groupby(sorted(linked, key=_certifier_name), key=_certifier_name)
    return {"certifiers": [_certifier_pages(list(group)) for _, group in by_certifier]}


def _certifier_name(rules: Rulebook) -> str:
    return rules.certifier.name


def _certifier_pages(rulebooks: list[Rulebook]) -> dict[str, Any]:
    links = {href: label for rules in rulebooks for label, href in rules.links.items()}
    return {"certifier": rulebooks[0].certifier, "rulebooks": rulebooks, "links": links}


@register.inclusion_tag("guide/parts/outline.html")
def outline_topics() -> dict[str, Any]:
    """What belongs to which area, as far as the AAMA's outline could be read."""
    read = outline("aama")
    lines = [(area, [line for line in read.lines if line.category == area]) for area in _areas(read.lines)]
    return {"outline": read, "areas": lines}


def _areas(lines: Iterable[OutlineLine]) -> list[str]:
    return sorted({line.category for line in lines})


@cache
def _units() -> dict[str, Any]:
    text = files("recert.web.guide").joinpath("units.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@register.inclusion_tag("guide/parts/units.html")
def unit_sizes() -> dict[str, Any]:
    """Each unit, the minutes behind one of it, and where that was read."""
    read = _units()
    return {
        "units": [(unit, MINUTES_IN[unit], meaning) for unit, meaning in read["units"].items()],
        "read_on": read["read_on"],
    }


@register.inclusion_tag("guide/parts/converter.html", takes_context=True)
def converter(context: Context) -> dict[str, Any]:
    """A form that turns one unit into the others; it only reads the address, so nothing is kept."""
    asked = context["request"].GET
    amount, unit = asked.get("amount", ""), asked.get("unit", "contact_hour")
    shown: dict[str, Any] = {"amount": amount, "unit": unit, "units": [*MINUTES_IN, "ceu"]}
    if "amount" not in asked:
        return shown
    try:
        number = read_amount(amount)
    except AmountUnreadable as wrong:
        return shown | {"error": str(wrong)}
    meant = ("aama_ceu", "iacet_ceu") if unit == "ceu" else (unit,) if unit in MINUTES_IN else ()
    return shown | {"answers": [(name, *convert(number, name)) for name in meant]}
