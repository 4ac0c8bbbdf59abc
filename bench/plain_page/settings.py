"""The installation's own settings with one address more."""

from __future__ import annotations

from recert.config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.plain_page.urls"
ALLOWED_HOSTS = ["testserver"]
