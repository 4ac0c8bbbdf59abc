"""The addresses of the school finder."""

from __future__ import annotations

from django.urls import path

from recert.web.programs import views

urlpatterns = [
    path("programs/", views.programs, name="programs"),
    path("programs/compare/", views.compare, name="programs-compare"),
    path("programs/<int:unitid>/", views.school, name="school"),
]
