"""The map of pages: each page folder names its own addresses; here they come together."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from recert.config import health

PAGES = [
    "base",
    "standing",
    "credentials",
    "holdings",
    "activities",
    "certificates",
    "imports",
    "reconcile",
    "check",
    "what_if",
    "plan",
    "reminders",
    "history",
    "guide",
    "programs",
    "courses",
    "exports",
    "feeds",
    "ask",
    "saved",
    "listings",
    "reviews",
    "applications",
    "account",
    "operator",
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    *(path("", include(f"recert.web.{page}.urls")) for page in PAGES),
]

handler400 = "recert.config.errors.bad_request"
handler403 = "recert.config.errors.forbidden"
handler404 = "recert.config.errors.not_found"
handler429 = "recert.config.errors.too_many"
handler500 = "recert.config.errors.server_error"
