"""One action to a page; a refusal goes back to the field it is about."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from recert.actions.change_holding import change_holding
from recert.actions.drop_holding import drop_holding
from recert.actions.hold_credential import hold_credential
from recert.actions.list_holdings import list_holdings
from recert.actions.open_holding import open_holding
from recert.actions.refusal import Refused
from recert.actions.renew_credential import renew_credential
from recert.records.models import Holding
from recert.records.versions import StaleEdit
from recert.rulebooks.library import rulebook, search
from recert.rules.edition import Rulebook
from recert.web.base.asking import person_asking
from recert.web.base.stale import Pair, both_versions
from recert.web.base.templatetags.base import day
from recert.web.holdings.forms import DaysForm, RenewForm, stated_end


def search_page(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:80]
    held = {holding.credential for holding in list_holdings(person_asking(request))}
    return render(request, "holdings/search.html", {"words": words, "found": search(words), "held": held})


def add(request: HttpRequest, credential: str) -> HttpResponse:
    book = _known(credential)
    form = DaysForm(request.POST or None, rulebook=book)
    if request.method == "POST" and form.is_valid():
        try:
            holding = hold_credential(person_asking(request), credential=book.credential, **form.days())
        except Refused as refused:
            put_back(form, refused)
        else:
            said = _("%(name)s is on your list. Your cycle runs to %(day)s.")
            messages.success(request, said % {"name": book.name, "day": _day(holding)})
            return redirect(f"{reverse('home')}?on={holding.pk}")
    return render(request, "holdings/add.html", {"book": book, "form": form}, status=_status(form))


def edit(request: HttpRequest, holding_id: int) -> HttpResponse:
    holding = _open(request, holding_id)
    book = _known(holding.credential)
    form = DaysForm(request.POST or None, rulebook=book, initial=_initial(holding, book))
    context: dict[str, Any] = {"book": book, "form": form, "holding": holding}
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            change_holding(person_asking(request), holding_id=holding_id, version=version, days=form.days())
        except Refused as refused:
            put_back(form, refused)
        except StaleEdit as stale:
            return _stale(request, form, stale)
        else:
            messages.success(request, _("Saved."))
            return redirect("standing", holding_id)
    return render(request, "holdings/edit.html", context, status=_status(form))


def renew(request: HttpRequest, holding_id: int) -> HttpResponse:
    holding = _open(request, holding_id)
    book = _known(holding.credential)
    form = RenewForm(request.POST or None, rulebook=book)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["recertified_on"]
        try:
            renewed = renew_credential(
                person_asking(request), holding_id=holding_id, recertified_on=day, cycle_ends=form.cycle_end()
            )
        except Refused as refused:
            put_back(form, refused)
        else:
            said = _("Congratulations. Your new cycle runs to %(day)s; the old one is in your history.")
            messages.success(request, said % {"day": _day(renewed)})
            return redirect(f"{reverse('home')}?on={renewed.pk}")
    context = {"book": book, "form": form, "holding": holding}
    return render(request, "holdings/renew.html", context, status=_status(form))


def drop(request: HttpRequest, holding_id: int) -> HttpResponse:
    holding = _open(request, holding_id)
    book = _known(holding.credential)
    if request.method == "POST":
        drop_holding(person_asking(request), holding_id=holding_id)
        messages.success(request, _("%(name)s is off your list. Your activities stay.") % {"name": book.name})
        return redirect("home")
    return render(request, "holdings/drop.html", {"book": book, "holding": holding})


def put_back(form: Form, refused: Refused) -> None:
    """Show a refusal beside its field, or above the form where it has none here."""
    form.add_error(refused.field if refused.field in form.fields else None, str(refused))


def _stale(request: HttpRequest, form: DaysForm, stale: StaleEdit) -> HttpResponse:
    labels = {name: str(form.fields[name].label) for name in ("certified_on", "cycle_ends")}
    pairs = [Pair(label, day(getattr(stale.theirs, name)), day(stale.yours[name])) for name, label in labels.items()]
    return both_versions(request, stale, pairs, back=reverse("holding-edit", args=[stale.theirs.pk]))


def _initial(holding: Holding, book: Rulebook) -> dict[str, Any]:
    return {
        "version": holding.version,
        "certified_on": holding.certified_on or holding.cycle_starts,
        "cycle_ends": stated_end(holding, book),
        "first_cycle": holding.first_cycle,
    }


def _known(credential: str) -> Rulebook:
    try:
        return rulebook(credential)
    except LookupError:
        raise Http404 from None


def _open(request: HttpRequest, holding_id: int) -> Holding:
    """Only an open cycle can be worked on; a closed one is history."""
    holding = open_holding(person_asking(request), holding_id=holding_id)
    if holding.closed_on is not None:
        raise Http404
    return holding


def _day(holding: Holding) -> str:
    return date_format(holding.cycle_ends, "DATE_FORMAT")


def _status(form: Form) -> int:
    return 422 if form.errors else 200
