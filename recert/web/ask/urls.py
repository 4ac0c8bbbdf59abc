"""Addresses of questions to schools; the signed key in a mail opens one without signing in."""

from __future__ import annotations

from django.urls import path

from recert.web.ask import addresses, following, views

urlpatterns = [
    path("ask/", views.ask, name="ask"),
    path("ask/<str:key>/", following.status, name="ask-status"),
    path("ask/<str:key>/confirm/", following.confirm, name="ask-confirm"),
    path("ask/<str:key>/<int:unitid>/withdraw/", following.withdraw, name="ask-withdraw"),
    path("operator/addresses/", addresses.addresses, name="school-addresses"),
]
