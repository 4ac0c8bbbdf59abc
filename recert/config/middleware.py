"""What follows from who is asking: their language, their time zone, and that nobody else may keep the page."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers, patch_cache_control, patch_vary_headers

from recert.config.errors import not_found

LANGUAGE_KEY = "language"


class PersonMiddleware:
    """Speaks the person's language in their time zone, and keeps what they see out of every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        zone = zoneinfo.ZoneInfo(request.user.time_zone) if request.user.is_authenticated else None
        language = language_for(request)
        request.LANGUAGE_CODE = language
        with translation.override(language), timezone.override(zone):
            response = self.get_response(request)
            self.label(request, response, language)
            return response

    def label(self, request: HttpRequest, response: HttpResponse, language: str) -> None:
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        if request.user.is_authenticated or request.path.startswith("/accounts/"):
            add_never_cache_headers(response)
            patch_cache_control(response, private=True, no_store=True)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        # Actions look only among what the actor may see, so what is another's does not exist for them.
        return not_found(request) if isinstance(exception, ObjectDoesNotExist) else None


def language_for(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return offered(request.user.language)
    # Kept in the session, so that strangers who choose nothing get no cookie and nobody gets a third one.
    if chosen := request.session.get(LANGUAGE_KEY):
        return offered(chosen)
    return translation.get_language_from_request(request)


def offered(language: str) -> str:
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
