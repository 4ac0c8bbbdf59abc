"""Addresses of kept searches."""

from __future__ import annotations

from django.urls import path

from recert.web.saved import views

urlpatterns = [
    path("saved/", views.saved, name="saved"),
    path("saved/<int:search_id>/drop/", views.drop, name="saved-drop"),
]
