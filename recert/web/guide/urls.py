"""The guide's addresses, and what search engines read first."""

from __future__ import annotations

from django.urls import path

from recert.web.guide import views

urlpatterns = [
    path("guide/", views.guide, name="guide"),
    path("guide/<slug:slug>/", views.answer, name="guide-answer"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]
