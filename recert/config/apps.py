"""Tells Django of the wiring's start-up checks."""

from __future__ import annotations

from django.apps import AppConfig

from recert.web.base.unanswered import ask_plainly


class Config(AppConfig):
    """The wiring as Django sees it: no tables, only checks, and how forms ask for what is missing."""

    name = "recert.config"
    label = "recert_config"

    def ready(self) -> None:
        from recert.config import checks  # noqa: F401, PLC0415 -- importing registers them, once the apps are ready

        ask_plainly()
