"""Home, and one credential in detail."""

from __future__ import annotations

from django.urls import path

from recert.web.standing import views

urlpatterns = [
    path("", views.home, name="home"),
    path("standing/<int:holding_id>/", views.detail, name="standing"),
]
