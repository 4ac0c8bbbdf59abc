"""The operator's address for sponsored places."""

from __future__ import annotations

from django.urls import path

from recert.web.listings import views

urlpatterns = [path("operator/listings/", views.listings, name="listings")]
