"""Addresses of the operator's feeds."""

from __future__ import annotations

from django.urls import path

from recert.web.feeds import views

urlpatterns = [
    path("operator/feeds/", views.feeds, name="feeds"),
    path("operator/feeds/<slug:feed>/read/", views.read, name="feed-read"),
    path("operator/feeds/<slug:feed>/switch/", views.switch, name="feed-switch"),
]
