"""How Django finds the tables."""

from __future__ import annotations

from django.apps import AppConfig


class Records(AppConfig):
    name = "recert.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
