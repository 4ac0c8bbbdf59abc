"""The installation's own settings with one address more."""

from __future__ import annotations

from pathlib import Path

from recert.config.settings import *  # noqa: F403
from recert.config.settings import TEMPLATES

ROOT_URLCONF = "bench.plain_page.urls"
ALLOWED_HOSTS = ["testserver"]
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], Path(__file__).parent / "templates"]
