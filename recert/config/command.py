"""Where `recert` starts: nothing is imported before an interruption can be answered in words."""

from __future__ import annotations

import sys


def main() -> None:
    """Leave with 0 (done), 1 (done, and the answer is no), 2 (bad input, said in one line) or 130 (stopped)."""
    try:
        from recert.config.commands import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        print("recert: stopped.", file=sys.stderr)  # noqa: T201 click may not be there yet
        status = 130
    sys.exit(status)
