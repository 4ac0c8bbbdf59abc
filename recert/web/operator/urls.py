"""Addresses of the operator's pages."""

from __future__ import annotations

from django.urls import path

from recert.web.operator import views

urlpatterns = [
    path("operator/", views.operator, name="operator"),
    path("operator/start/<str:key>/", views.start, name="operator-start"),
]
