"""Addresses of one's own account; signing in and out are allauth's, under /accounts/."""

from __future__ import annotations

from django.urls import path

from recert.web.account import luggage, mailing, views

urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/export/", luggage.export, name="me-export"),
    path("me/export/recert.zip", luggage.export_file, name="me-export-file"),
    path("me/bring/", luggage.bring, name="me-bring"),
    path("me/mailing/", mailing.mailing, name="me-mailing"),
    path("me/leave/", views.leave_for_good, name="me-leave"),
]
