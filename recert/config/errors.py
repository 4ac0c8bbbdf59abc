"""What a person reads when something cannot be shown: plain words, and never a word about the object."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def page(request: HttpRequest, *, status: int, title: str, message: str) -> HttpResponse:
    words = {"status": status, "title": title, "message": message}
    # Refused before anybody asked who it is, as with a foreign host name: the page's frame would need to know.
    if not hasattr(request, "user"):
        return HttpResponse(f"{title}\n\n{message}\n", status=status, content_type="text/plain; charset=utf-8")
    return HttpResponse(render_to_string("base/error.html", words, request), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    message = _("Your browser sent something we could not read. Go back, and try again.")
    return page(request, status=400, title=_("That did not work"), message=message)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    message = _("You may not do this here. If you think you should be able to, sign in again.")
    return page(request, status=403, title=_("Not allowed"), message=message)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    message = _("This form was open too long, or came from another site. Nothing was saved. Open the page again.")
    return page(request, status=403, title=_("Please open the form again"), message=message)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    message = _("There is nothing at this address, or it is not yours to see.")
    return page(request, status=404, title=_("Not found"), message=message)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    message = _("That was tried many times in a short while. Wait a few minutes, then try again.")
    return page(request, status=429, title=_("Too many tries"), message=message)


def server_error(request: HttpRequest) -> HttpResponse:
    # Nothing may fail here a second time: no database, no session, no page template.
    text = "Something went wrong on our side. What you had saved is safe. Try again in a moment.\n"
    return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")
