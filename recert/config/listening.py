"""The process that takes mailed certificates in.

python -m recert.config.listening     listens where IMPORT_MAIL says
"""

from __future__ import annotations

import asyncio
import importlib
import os
import signal
import sys

import django
from django.conf import settings


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "recert.config.settings")
    django.setup()
    incoming = settings.IMPORT_MAIL
    if incoming is None:
        sys.exit("IMPORT_MAIL is not set: there is nowhere to listen.")
    # Imported by name: it needs the tables, which need the settings.
    post = importlib.import_module("recert.jobs.post")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        asyncio.run(post.listen(incoming.host, incoming.port, incoming.domain))
    except KeyboardInterrupt:
        sys.exit(0)
    except OSError as problem:
        sys.exit(f"Mail cannot be taken in at {incoming.host}:{incoming.port}: {problem.strerror or problem}.")


if __name__ == "__main__":
    main()
