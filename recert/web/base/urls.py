"""Addresses that belong to no single page: the installable app, the language switch and the design system."""

from __future__ import annotations

from django.urls import path

from recert.web.base import app, language, style

urlpatterns = [
    path("manifest.webmanifest", app.manifest, name="manifest"),
    path("service-worker.js", app.service_worker, name="service-worker"),
    path("offline/", app.offline, name="offline"),
    path("language/", language.choose_language, name="language"),
    path("style/", style.style, name="style"),
]
