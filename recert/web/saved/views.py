"""Keep a search and let go of it again."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from recert.actions.save_search import SearchRefused, drop_saved_search, list_saved_searches, save_search
from recert.web.base.asking import person_asking

NOT_KEPT = {"page", "csrfmiddlewaretoken"}


@require_http_methods(["GET", "HEAD", "POST"])
def saved(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    if request.method == "POST":
        asked = [(name, value) for name, value in parse_qsl(request.POST.get("asked", "")) if name not in NOT_KEPT]
        try:
            save_search(person, name=_named(dict(asked)), asked=urlencode(sorted(asked)), now=timezone.now())
        except SearchRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Kept. We tell you when something new is found."))
        return redirect("saved")
    return render(request, "saved/saved.html", {"searches": list_saved_searches(person)})


def _named(asked: dict[str, str]) -> str:
    """What was looked for, in few words."""
    parts = [asked.get("q", ""), asked.get("category", ""), asked.get("near", "")]
    parts += [_("what fills my gap")] if "fills" in asked else []
    parts += [_("free")] if "free" in asked else []
    return ", ".join(part for part in parts if part)


@require_POST
def drop(request: HttpRequest, search_id: int) -> HttpResponse:
    drop_saved_search(person_asking(request), search_id=search_id)
    messages.success(request, _("You hear no more of this search."))
    return redirect("saved")
