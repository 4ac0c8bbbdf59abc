"""Which database, and how it must be opened so that what was acknowledged is never lost."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

Version = tuple[int, ...]

# https://sqlite.org/wal.html: connections that write and checkpoint at the same moment can corrupt a WAL database
# in libraries from 3.7.0 on; 3.51.3 fixed it.
WAL_IS_SAFE_FROM: Version = (3, 51, 3)

PLAIN_WORDS = ".".join(map(str, WAL_IS_SAFE_FROM))


class DatabaseUrlWrong(Exception):
    """DATABASE_URL names no database we can open; the message says what was found and what was wanted."""


def use_a_sound_sqlite() -> None:
    """Put the SQLite that pysqlite3 carries in the place of Python's own; call it before Django is loaded."""
    try:
        sys.modules["sqlite3"] = importlib.import_module("pysqlite3")
        sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return  # no wheel for this platform: Python's own library serves, in the journal it is safe with


def journal_for(version: Version) -> tuple[str, str]:
    """The journal and the `synchronous` level that lose nothing with this library.

    >>> journal_for((3, 53, 4)), journal_for((3, 40, 1))
    (('WAL', 'FULL'), ('DELETE', 'EXTRA'))
    """
    return ("WAL", "FULL") if version >= WAL_IS_SAFE_FROM else ("DELETE", "EXTRA")


def why_no_wal(version: Version) -> str | None:
    if version >= WAL_IS_SAFE_FROM:
        return None
    found = ".".join(map(str, version))
    return (
        f"SQLite {found} can damage a database in WAL mode (fixed in {PLAIN_WORDS}), so WAL is refused here: "
        "the slower DELETE journal with synchronous=EXTRA is used instead, and nothing is at risk. "
        f"For full speed use a Python with SQLite {PLAIN_WORDS} or newer, or PostgreSQL through DATABASE_URL."
    )


def sqlite(path: Path | str, version: Version) -> dict[str, Any]:
    journal, synchronous = journal_for(version)
    pragmas = f"PRAGMA journal_mode={journal};PRAGMA synchronous={synchronous};PRAGMA foreign_keys=ON"
    # What is deleted is overwritten, too: whoever leaves is gone from the file.
    pragmas += ";PRAGMA secure_delete=ON"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }


def postgresql(url: str) -> dict[str, Any]:
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 -- only where PostgreSQL is used

    parts = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 4, "timeout": 20}, **parts},
    }


def database_settings(url: str | None, *, default: Path, version: Version) -> dict[str, Any]:
    if not url:
        return sqlite(default, version)
    scheme = urlsplit(url).scheme
    if scheme in {"postgres", "postgresql"}:
        return postgresql(url)
    if scheme == "sqlite":
        return sqlite(unquote(urlsplit(url).path), version)
    raise DatabaseUrlWrong(
        f"DATABASE_URL begins with {scheme or 'nothing'!r}; Recert can use postgresql://user:password@host/name "
        "or sqlite:///path. Leave it out to keep everything in the data folder."
    )


def queue(path: Path, version: Version) -> dict[str, Any]:
    """Where jobs wait for the clock; without a data folder, as in tests, they wait in memory."""
    if not path.parent.is_dir():
        return {"huey_class": "huey.MemoryHuey", "name": "recert", "immediate": False}
    connection = {"filename": str(path), "fsync": True, "timeout": 20, "journal_mode": journal_for(version)[0].lower()}
    # A second pair of hands, so that a paper is read while something long is done; looked for every second at least.
    hands = {"workers": 2, "max_delay": 1.0}
    return {
        "huey_class": "huey.SqliteHuey", "name": "recert", "immediate": False, "connection": connection, "consumer": hands,
    }  # fmt: skip
