"""What was paid and what is planned, by cycle; as a page and as a file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from io import StringIO

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from recert.actions.note_spending import Cycle, list_spending, note_spending
from recert.actions.refusal import Refused
from recert.rulebooks.library import rulebook
from recert.rules.money import dollars
from recert.web.base.asking import person_asking
from recert.web.plan.chosen import total_of

COLUMNS = ("credential", "cycle_starts", "cycle_ends", "state", "day", "title", "provider", "dollars")
FORMULA = ("=", "+", "-", "@", "|", "%")


@require_safe
def spending(request: HttpRequest) -> HttpResponse:
    cycles = [
        (cycle, rulebook(cycle.holding.credential).name, total_of(cycle.planned) if cycle.planned else _("nothing"))
        for cycle in list_spending(person_asking(request))
    ]
    return render(request, "plan/spending.html", {"cycles": cycles})


@require_POST
def note(request: HttpRequest, activity_id: int) -> HttpResponse:
    try:
        paid = _cents(request.POST.get("paid", ""))
        note_spending(person_asking(request), activity_id=activity_id, paid=paid)
    except InvalidOperation:
        messages.error(request, _("Write what you paid in dollars, such as 24.50, or leave it open."))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Noted."))
    return redirect("plan-spending")


def _cents(text: str) -> int | None:
    """`24.50` as cents; nothing is nothing noted."""
    cleaned = text.strip().removeprefix("$").replace(",", "")
    if not cleaned:
        return None
    amount = Decimal(cleaned) * 100
    if not amount.is_finite() or amount != int(amount) or len(cleaned) > 12:
        raise InvalidOperation
    return int(amount)


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for cycle in list_spending(person_asking(request)):
        for row in _rows(cycle):
            writer.writerow([harmless(cell) for cell in row])
    response = HttpResponse(file.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="recert-spending.csv"'
    return response


def _rows(cycle: Cycle) -> Sequence[list[str]]:
    holding = cycle.holding
    about = [holding.credential, holding.cycle_starts.isoformat(), holding.cycle_ends.isoformat()]
    paid = [
        [*about, "paid", activity.earned_on.isoformat(), activity.title, activity.provider, _dollars(cents)]
        for activity, cents in cycle.paid
    ]
    planned = [
        [*about, "planned", step.do_by.isoformat(), step.document["title"], step.document["provider"],
         _dollars(step.document["price"])]
        for step in cycle.planned
    ]  # fmt: skip
    return [*paid, *planned]


def harmless(cell: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("Wound care")
    ("'=HYPERLINK(1)", 'Wound care')
    """
    return f"'{cell}" if cell.lstrip()[:1] in FORMULA or cell[:1] in ("\t", "\r", "\n") else cell


def _dollars(cents: int | None) -> str:
    return "" if cents is None else dollars(cents)
