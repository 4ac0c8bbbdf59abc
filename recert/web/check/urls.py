"""The one address of “Does it count?”."""

from __future__ import annotations

from django.urls import path

from recert.web.check import views

urlpatterns = [path("check/", views.check, name="check")]
