"""Leave nothing of a deleted row in the database's own files: not in its free pages, and not in its journal."""

from __future__ import annotations

from django.db import connection


class StillRead(RuntimeError):
    """Somebody reads the database just now, so that its journal could not be emptied; the next run will."""


def scrub_database() -> None:
    """Write the file anew and empty the journal. Not inside a transaction.

    :raises StillRead: when the journal could not be emptied yet.
    """
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:
                raise StillRead
