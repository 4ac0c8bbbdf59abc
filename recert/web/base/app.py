"""Recert as an app on the home screen: its manifest, its service worker and the page shown without network."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import cache_control

WORKER = Path(__file__).parent / "static" / "base" / "service-worker.js"


@login_not_required
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> JsonResponse:
    return JsonResponse(
        {
            "id": "/",
            "name": "Recert",
            "short_name": "Recert",
            "description": gettext("Where you stand with your medical assistant certification."),
            "lang": get_language(),
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#faf6f0",
            "theme_color": "#17655b",
            "icons": _icons(),
        },
        content_type="application/manifest+json",
    )


def _icons() -> list[dict[str, str]]:
    names = [("recert-192.png", "192x192", "any"), ("recert-512.png", "512x512", "any")]
    names += [("maskable-512.png", "512x512", "maskable")]
    icons = [
        {"src": static(f"base/icons/{name}"), "sizes": sizes, "purpose": purpose, "type": "image/png"}
        for name, sizes, purpose in names
    ]
    return [{"src": static("base/icons/recert.svg"), "sizes": "any", "type": "image/svg+xml"}, *icons]


@login_not_required
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    # From the root, so that it may serve the standing page; never kept, so that a new one arrives at once.
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript")


@login_not_required
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "base/offline.html")
