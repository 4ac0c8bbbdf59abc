"""Addresses of reviews."""

from __future__ import annotations

from django.urls import path

from recert.web.reviews import views

urlpatterns = [
    path("courses/<str:course>/review/", views.review, name="review"),
    path("courses/<str:course>/review/drop/", views.take_back, name="review-drop"),
    path("reviews/<int:review_id>/hide/", views.hide, name="review-hide"),
]
