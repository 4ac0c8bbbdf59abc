"""The door for a web server: `recert serve` opens it, and any WSGI server can."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "recert.config.settings")

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

if not settings.SECRET_KEY_IS_KEPT:
    raise ImproperlyConfigured(
        f"There is no secret key in {settings.DATA}, so sessions would not outlive this process. "
        "Run `recert serve` once to make one, or set RECERT_SECRET_KEY."
    )

application = get_wsgi_application()
