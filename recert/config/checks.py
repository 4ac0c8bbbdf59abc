"""Start-up checks: what must hold before Recert may serve anyone."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 -- Django's own name
from django.db import DEFAULT_DB_ALIAS, connection

from recert.config.database import Version, why_no_wal


@register(Tags.database)
def sqlite_is_opened_safely(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    # Without being asked for, a check opens no database.
    if DEFAULT_DB_ALIAS not in (databases or ()) or connection.vendor != "sqlite":
        return []
    return journal_findings(sqlite3.sqlite_version_info, journal_in_use())


def journal_findings(version: Version, journal: str) -> list[CheckMessage]:
    reason = why_no_wal(version)
    if reason is None:
        return []
    if journal == "wal":
        return [
            Error(
                f"The database is in WAL mode. {reason}",
                hint="Close every Recert, then start it again.",
                id="recert.E001",
            )
        ]
    return [Warning(reason, id="recert.W001")]


def journal_in_use() -> str:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        return str(cursor.fetchone()[0])


@register(Tags.security, deploy=True)
def secret_key_is_kept(**_: Any) -> list[CheckMessage]:
    if settings.SECRET_KEY_IS_KEPT:
        return []
    return [
        Error(
            "There is no kept secret key.", hint="Run `recert serve` once, or set RECERT_SECRET_KEY.", id="recert.E002"
        )
    ]
