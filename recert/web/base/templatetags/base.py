"""Button, field, form, status, bar, citation, card, notice, empty state, tabs, pages: what /style shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.template.context import Context, RequestContext
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from recert.packet.names import amount
from recert.web.base import navigation, words

register = template.Library()


@register.simple_tag
@lru_cache
def icon(name: str) -> SafeString:
    """An icon of our own sprite; decoration only, the word beside it says the thing."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static("base/icons.svg"), name
    )


@register.simple_tag
def button(
    label: str, *, href: str = "", kind: str = "", icon_name: str = "", name: str = "", value: str = ""
) -> SafeString:
    """A link that looks like a button (with `href`), else a submit button. Kinds: "", quiet, plain, danger; add wide."""
    mark = icon(icon_name) if icon_name else ""
    if href:
        return format_html('<a class="button {}" href="{}">{}{}</a>', kind, href, mark, label)
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button class="button {}" type="submit"{}>{}{}</button>', kind, named, mark, label)


@register.inclusion_tag("base/parts/field.html")
def field(bound: forms.BoundField) -> dict[str, Any]:
    """One field: label, hint, box, error, tied together for screen readers."""
    widget = bound.field.widget
    sort = "check" if isinstance(widget, forms.CheckboxInput) else "choices" if widget.use_fieldset else "box"
    return {"bound": bound, "sort": sort, "many": isinstance(widget, forms.CheckboxSelectMultiple)}


@register.inclusion_tag("base/parts/fields.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    """The error summary and every field of a form, without the form element."""
    return {"form": form}


@register.inclusion_tag("base/parts/form.html", takes_context=True)
def form(
    context: Context, form: forms.BaseForm, *, submit: str, action: str = "", cancel: str = "", kind: str = ""
) -> dict[str, Any]:
    """A whole form that posts: summary of errors, fields, submit (of a button's kind), and a way back."""
    return {
        "form": form, "submit": submit, "action": action, "cancel": cancel, "kind": kind,
        "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


@register.inclusion_tag("base/parts/confirm.html", takes_context=True)
def confirm(
    context: Context, submit: str, *, action: str = "", cancel: str = "", kind: str = "danger"
) -> dict[str, Any]:
    """A form that asks once more before something is removed; works without JavaScript."""
    return {
        "submit": submit, "action": action, "cancel": cancel, "kind": kind, "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


@register.inclusion_tag("base/parts/status.html")
def status(met: bool | None, *, size: str = "") -> dict[str, Any]:
    """Ready, Not ready yet, or Cannot be told yet (None)."""
    return {"met": met, "size": size}


@register.inclusion_tag("base/parts/bar.html")
def bar(finding: Any, *, unit: str = "", about: str = "") -> dict[str, Any]:
    """One requirement: its name, earned of needed, a bar, what is short, and the rule behind the number."""
    found = finding if isinstance(finding, dict) else {name: getattr(finding, name) for name in FINDING}
    return {
        "finding": found, "unit": unit, "about": about or words.word(str(found["about"])),
        "percent": percent(found["earned"], found["needed"]),
    }  # fmt: skip


FINDING = ("about", "needed", "earned", "short", "met", "says", "source", "confidence", "note", "claims")


@register.simple_tag
def citation(cited: Any, *, label: str = "", about: str = "") -> SafeString:
    """The rule behind a number: what it says, where it was read and when, how sure we are, what others claim."""
    found = {name: _part(cited, name) for name in CITED}
    source = {name: str(_part(found["source"], name) or "") for name in ("title", "href", "read_on")}
    body = _cited(
        str(get_language()), str(found["says"] or ""), str(found["note"] or ""), str(found["confidence"]),
        tuple(map(str, found["claims"] or ())), tuple(source.items()),
    )  # fmt: skip
    hushed = format_html('<span class="hush"> ({})</span>', about) if about else ""
    opener = format_html("<summary>{}{}{}</summary>", icon("rule"), label or gettext("The rule"), hushed)
    return format_html('<details class="citation">{}{}</details>', opener, body)


CITED = ("says", "source", "confidence", "note", "claims")


def _part(whole: Any, name: str) -> Any:
    return whole.get(name) if isinstance(whole, Mapping) else getattr(whole, name, None)


@lru_cache(maxsize=4096)
def _cited(
    _language: str, says: str, note: str, confidence: str, claims: tuple[str, ...], source: tuple[tuple[str, str], ...]
) -> SafeString:
    # The same few hundred rules stand behind every number of every page: each is written once per language.
    cited = {"says": says, "note": note, "confidence": confidence, "claims": claims, "source": dict(source)}
    return SafeString(get_template("base/parts/citation.html").render({"cited": cited}))


@register.inclusion_tag("base/parts/pages.html", takes_context=True)
def pages(context: RequestContext, page: Page, form: str = "") -> dict[str, Any]:
    """Earlier and later, keeping whatever else the address asks for.

    `form` is the id of a form with boxes on this page: turning sends them here, with the page to `turn` to.
    """
    request = context["request"]
    query = request.GET.copy()
    query.pop("page", None)
    return {"page": page, "query": query.urlencode(), "form": form, "here": request.get_full_path()}


@register.simple_block_tag
def card(content: str, *, title: str = "", kind: str = "") -> SafeString:
    """A raised surface; with a title it is a section with a heading."""
    head = format_html("<h2>{}</h2>", title) if title else ""
    return format_html('<section class="card {}">{}{}</section>', kind, head, content)


@register.simple_block_tag
def notice(content: str, *, kind: str = "", live: str = "") -> SafeString:
    """A message in the page. Kinds: "", good, attention, problem. `live` sets a role (status, alert)."""
    mark = {"good": "ready", "attention": "attention", "problem": "attention"}.get(kind, "info")
    role = format_html(' role="{}"', live) if live else ""
    return format_html('<div class="notice {}"{}>{}<div>{}</div></div>', kind, role, icon(mark), content)


@register.simple_block_tag
def empty(content: str, *, title: str, icon_name: str = "activities") -> SafeString:
    """What a list shows when there is nothing in it, and what to do next."""
    return format_html('<div class="empty">{}<h2>{}</h2>{}</div>', icon(icon_name), title, content)


@register.inclusion_tag("base/parts/nav.html", takes_context=True)
def nav(context: RequestContext) -> dict[str, Any]:
    """The one navigation: a bar at the bottom on phones, at the top on desks."""
    request = context["request"]
    entries = navigation.HOLDERS if request.user.is_authenticated else navigation.STRANGERS
    return {"places": navigation.places(request, entries)}


@register.simple_tag(takes_context=True)
def foot_places(context: RequestContext) -> list[navigation.Place]:
    """The quiet links at the end of every page."""
    return navigation.places(context["request"], navigation.FOOT)


@register.simple_tag
def address(name: str, *args: object) -> str:
    """The address of a page, or nothing when it is not installed (where `url` would refuse the whole page)."""
    return navigation.address(name, *args)


@register.filter
def word(name: str, sort: str = "about") -> str:
    """The plain word for an id: {{ "clinical"|word }}, {{ "cme"|word:"unit" }}, {{ "mail"|word:"route" }}."""
    return words.word(str(name), sort)


@register.filter
def credit(quantity: Decimal | str, unit: str) -> str:
    """An amount as one says it, in the words the packet prints: 1 contact hour, 2 contact hours."""
    return amount(formats.number_format(quantity), unit, gettext)


@register.filter
def said(item: Any) -> str:
    """The text of a reason, question or safe day in the reader's language (wording translated, values put in)."""
    return words.say(item if isinstance(item, Mapping) else {"wording": item.wording, "values": item.values})


@register.filter
def translated(text: str) -> str:
    """A sentence of a rulebook in the reader's language."""
    return gettext(text) if text else ""


@register.filter
def day(value: str | date | datetime | None) -> str:
    """A day in the reader's own way of writing it, from a date, an ISO text, or a moment where the reader is."""
    found = parse_date(value) if isinstance(value, str) else value
    if isinstance(found, datetime):
        found = timezone.localdate(found)
    return formats.date_format(found, "DATE_FORMAT") if found else str(value or "")


@register.filter
def edition(name: str) -> str:
    """An edition's name in words: the day it took effect, or what is said where no day is known."""
    known = {"undated": gettext("no date given"), "superseded": gettext("older, no date given")}
    if name.startswith("up to "):
        return gettext("up to %(day)s") % {"day": day(name.removeprefix("up to "))}
    return known.get(name) or day(name)


@register.filter
def apply_text(safe: Mapping[str, Any]) -> str:
    """The latest safe day of one route, in words."""
    if safe.get("pass_by"):
        if safe["pass_by"] < safe["apply_by"]:  # Nobody passes before applying: the earlier day is the one that binds.
            return gettext("pass by %(pass)s, so apply well before") % {"pass": day(safe["pass_by"])}
        days = {"apply": day(safe["apply_by"]), "pass": day(safe["pass_by"])}
        return gettext("apply by %(apply)s, pass by %(pass)s") % days
    return gettext("apply by %(apply)s") % {"apply": day(safe["apply_by"])}


@register.filter
def proof(activity: Any) -> str:
    """How well an activity is proved, in the only three words there are for it."""
    if getattr(activity, "issuer_checked", False):
        return gettext("confirmed by issuer")
    return gettext("document attached") if getattr(activity, "has_document", False) else gettext("self-reported")


@register.filter
def is_link(href: str) -> bool:
    """Whether a source can be opened, or is only named."""
    return href.startswith(("http://", "https://"))


def percent(earned: Any, needed: Any) -> str:
    """How much of a bar is filled, as a whole number from 0 to 100; a bar is full only when all is earned."""
    try:
        share = Decimal(str(earned)) * 100 / Decimal(str(needed))
    except (InvalidOperation, ZeroDivisionError):
        return "100" if needed is not None else "0"
    return str(min(100, int(share)))
