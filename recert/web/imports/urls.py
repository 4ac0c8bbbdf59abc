"""The addresses of an import, from the upload to taking it back."""

from __future__ import annotations

from django.urls import path

from recert.web.imports import views

urlpatterns = [
    path("import/", views.start, name="import-start"),
    path("import/<int:draft_id>/", views.preview, name="import-preview"),
    path("import/<int:draft_id>/confirm/", views.confirm, name="import-confirm"),
    path("import/<int:draft_id>/drop/", views.drop, name="import-drop"),
    path("import/<int:draft_id>/done/", views.done, name="import-done"),
    path("import/<int:draft_id>/undo/", views.undo, name="import-undo"),
]
