"""Find a credential, hold it, change its days, renew it, drop it."""

from __future__ import annotations

from django.urls import path

from recert.web.holdings import views

urlpatterns = [
    path("hold/", views.search_page, name="hold"),
    path("hold/add/<slug:credential>/", views.add, name="hold-add"),
    path("hold/<int:holding_id>/edit/", views.edit, name="holding-edit"),
    path("hold/<int:holding_id>/renew/", views.renew, name="holding-renew"),
    path("hold/<int:holding_id>/drop/", views.drop, name="holding-drop"),
]
