"""The address of “What if”."""

from __future__ import annotations

from django.urls import path

from recert.web.what_if import views

urlpatterns = [path("what-if/<int:holding_id>/", views.what_if, name="what-if")]
