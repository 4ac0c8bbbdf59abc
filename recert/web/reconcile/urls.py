"""The addresses of a comparison with an official transcript."""

from __future__ import annotations

from django.urls import path

from recert.web.reconcile import views

urlpatterns = [
    path("reconcile/", views.start, name="reconcile"),
    path("reconcile/<int:draft_id>/", views.compare, name="reconcile-compare"),
    path("reconcile/<int:draft_id>/add/", views.add, name="reconcile-add"),
    path("reconcile/<int:draft_id>/done/", views.done, name="reconcile-done"),
]
