"""The addresses of the course finder."""

from __future__ import annotations

from django.urls import path

from recert.web.courses import views

urlpatterns = [
    path("courses/", views.courses, name="courses"),
    path("courses/free/", views.free, name="courses-free"),
    path("courses/<slug:course>/", views.course, name="course"),
    path("providers/", views.providers, name="providers"),
    path("providers/<slug:provider>/", views.provider, name="provider"),
]
