"""The installation's own settings, on a database of the tests' own and with a quick password hasher."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

SCRATCH = Path(tempfile.gettempdir()) / f"recert-tests-{os.getpid()}"

os.environ["RECERT_DATA"] = str(SCRATCH)
os.environ["RECERT_SECRET_KEY"] = "for tests only"
# Playwright runs an event loop in the test's own thread; Django would take that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from recert.config.settings import *  # noqa: E402, F403 -- after the environment it reads
from recert.config.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A file, not memory: the live server's threads each open the database for themselves, as in an installation.
DATABASES["default"]["TEST"] = {"NAME": "recert_tests" if os.environ.get("DATABASE_URL") else f"{SCRATCH}.sqlite3"}
