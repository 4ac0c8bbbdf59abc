"""Read the whole set with the real reader and keep the numbers: `python -m evaluation --help`."""

from __future__ import annotations

import sys

from evaluation.command import main

main(sys.argv[1:])
