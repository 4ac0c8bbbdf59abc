"""The page of wishes: what limits a plan, remembered for each credential."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from recert.actions.change_wishes import change_wishes, open_wishes
from recert.actions.refusal import Refused
from recert.actions.relax_wishes import relax_wishes
from recert.web.base.asking import person_asking
from recert.web.plan.forms import WishesForm, initial


def edit(request: HttpRequest, holding_id: int) -> HttpResponse:
    asker = person_asking(request)
    wishes = open_wishes(asker, holding_id=holding_id)
    form = WishesForm(request.POST or None, initial=initial(wishes))
    if request.method == "POST" and form.is_valid():
        try:
            change_wishes(asker, holding_id=holding_id, stated=form.wishes())
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, _("Your wishes are kept, and the plans are made anew."))
            return redirect("plan-one", holding_id)
    status = 422 if form.errors else 200
    return render(request, "plan/wishes.html", {"form": form, "holding_id": holding_id}, status=status)


@require_POST
def relax(request: HttpRequest, holding_id: int) -> HttpResponse:
    """Give up one limit by one tap."""
    by = request.POST.get("by", "")
    amount = int(by) if by.isdecimal() and len(by) < 9 else None
    try:
        relax_wishes(person_asking(request), holding_id=holding_id, about=request.POST.get("about", ""), by=amount)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Your wishes are kept, and the plans are made anew."))
    return redirect("plan-one", holding_id)
