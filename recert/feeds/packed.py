"""Tables carried with the package: rows by column name, and the digest that says whether they have changed."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path


def rows_of(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a gzipped CSV file with a header."""
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def digest_of(*files: Path) -> str:
    """One digest for files and for the code that reads them, so that a new reading loads anew."""
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def web_address(text: str) -> str:
    """An address a browser may open, or nothing.

    >>> web_address("https://www.hccc.edu/"), web_address("javascript:alert(1)")
    ('https://www.hccc.edu/', '')
    """
    return text.strip() if text.strip().lower().startswith(("http://", "https://")) else ""
