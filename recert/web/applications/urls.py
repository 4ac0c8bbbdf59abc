"""The addresses of applications."""

from __future__ import annotations

from django.urls import path

from recert.web.applications import downloads, moves, views

urlpatterns = [
    path("apply/", views.overview, name="applications"),
    path("apply/<int:holding_id>/", views.one, name="apply"),
    path("apply/<int:holding_id>/start/", moves.start, name="apply-start"),
    path("apply/<int:holding_id>/back/", views.back, name="apply-back"),
    path("apply/<int:holding_id>/packet.pdf", downloads.packet, name="apply-packet"),
    path("apply/<int:holding_id>/steps.pdf", downloads.steps, name="apply-steps"),
    path("apply/<int:holding_id>/audit.pdf", downloads.audit, name="apply-audit"),
    path("apply/<int:holding_id>/<slug:what>/", moves.note, name="apply-note"),
    path("apply/sent/<int:application_id>.pdf", downloads.as_sent, name="apply-as-sent"),
]
