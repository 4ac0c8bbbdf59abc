"""Addresses of the catalog's exports."""

from __future__ import annotations

from django.urls import path

from recert.web.exports import views

urlpatterns = [
    path("catalog/courses.csv", views.table, name="catalog-csv"),
    path("catalog/courses.json", views.ctdl, name="catalog-ctdl"),
]
