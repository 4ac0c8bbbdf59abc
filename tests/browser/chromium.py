"""Where Chromium is on this machine, and how to start it quietly.

python -m tests.browser.chromium     exits with 0 when there is one
"""

from __future__ import annotations

import os
import shutil
import sys

NAMES = [
    "chromium-headless-shell",  # the same engine without a window, for half the work
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

# No sandbox: containers rarely allow one, and the only pages opened are our own. The rest stops Chromium's own traffic.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
]


def executable() -> str | None:
    wanted = os.environ.get("CHROMIUM")
    return shutil.which(wanted) if wanted else next((path for path in map(shutil.which, NAMES) if path), None)


if __name__ == "__main__":
    sys.exit(0 if executable() else 1)
