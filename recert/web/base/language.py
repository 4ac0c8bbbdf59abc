"""The language switch at the foot of every page: kept with the person, or for strangers with the session."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from recert.actions.change_person import change_person

SESSION_KEY = "language"


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseRedirect:
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        _keep(request, chosen)
    back = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(back if own else "/")


def _keep(request: HttpRequest, language: str) -> None:
    if request.user.is_authenticated:
        change_person(request.user, fields={"language": language})
    else:
        request.session[SESSION_KEY] = language
