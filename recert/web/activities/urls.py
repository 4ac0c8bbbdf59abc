"""List, add, edit, sort, trash, restore, take along."""

from __future__ import annotations

from django.urls import path

from recert.web.activities import edit, export, listing, sort, trash

urlpatterns = [
    path("activities/", listing.activities, name="activities"),
    path("activities/add/", edit.add, name="activity-add"),
    path("activities/<int:activity_id>/", edit.edit, name="activity-edit"),
    path("activities/<int:activity_id>/trash/", trash.trash, name="activity-trash"),
    path("activities/<int:activity_id>/restore/", trash.restore, name="activity-restore"),
    path("activities/categories/", sort.sort, name="activities-sort"),
    path("activities/export/", export.export, name="activities-export"),
    path("activities/trash/", trash.trashed, name="activities-trash"),
]
