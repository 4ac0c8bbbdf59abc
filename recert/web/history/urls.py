"""Cycles and rule changes, one verdict replayed, a notice read."""

from __future__ import annotations

from django.urls import path

from recert.web.history import views

urlpatterns = [
    path("history/", views.history, name="history"),
    path("history/<int:verdict_id>/", views.verdict, name="history-verdict"),
    path("history/notices/<int:notice_id>/seen/", views.seen, name="history-notice-seen"),
]
