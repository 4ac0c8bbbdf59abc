"""Addresses of one's own account; signing in and out are allauth's, under /accounts/."""

from __future__ import annotations

from django.urls import path

from recert.web.account import views

urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/leave/", views.leave_for_good, name="me-leave"),
]
