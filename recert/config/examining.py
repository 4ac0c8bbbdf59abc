"""What the doctor looks at, one question to a function; each answers with what is wrong, or how it is."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.check_health import disk, jobs, migrations
from recert.actions.check_originals import check_originals
from recert.actions.check_verdicts import check_verdicts
from recert.config.checks import journal_in_use
from recert.config.database import journal_for
from recert.rulebooks.library import all_rulebooks
from recert.rulebooks.reader import RulebookWrong

FIRST_FEW = 3


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    about: str
    well: bool
    says: str


class NotWell(Exception):
    """Something is wrong; the message says what and what to do."""


def examine() -> Iterator[Finding]:
    for about, question in QUESTIONS.items():
        try:
            yield Finding(about, well=True, says=question())
        except (NotWell, DatabaseError, OSError) as problem:
            yield Finding(about, well=False, says=str(problem))


def refuse(*problems: str | None) -> None:
    found = [problem for problem in problems if problem]
    if found:
        more = f" (and {len(found) - FIRST_FEW} more)" if len(found) > FIRST_FEW else ""
        raise NotWell(" ".join(found[:FIRST_FEW]) + more)


def database() -> str:
    if connection.vendor != "sqlite":
        return f"{connection.display_name}: its own tools look after its files."
    wanted, version = journal_for(sqlite3.sqlite_version_info), sqlite3.sqlite_version
    found = (journal_in_use().upper(), {2: "FULL", 3: "EXTRA"}.get(int(pragma("synchronous")[0][0]), "too weak"))
    if found != wanted:
        raise NotWell(
            f"SQLite {version} runs with {found[0]} and {found[1]}, not {wanted[0]} and {wanted[1]}: restart it."
        )
    return f"SQLite {version}, journal {found[0]}, synchronous {found[1]}: what was acknowledged survives a power cut."


def integrity() -> str:
    if connection.vendor != "sqlite":
        return "The server keeps its own pages whole."
    said = [str(row[0]) for row in pragma("integrity_check")]
    refuse(None if said == ["ok"] else f"The database file is damaged: {said[0]}. Restore a backup.")
    return "Every page of the database file is whole."


def references() -> str:
    if connection.vendor != "sqlite":
        return "The server holds every reference."
    refuse(None if int(pragma("foreign_keys")[0][0]) else "Foreign keys are not enforced.")
    refuse(*(f"A row of {row[0]} points to a missing row of {row[2]}." for row in pragma("foreign_key_check")))
    return "Every row that points to another finds it."


def pragma(name: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return list(cursor.fetchall())


def tables() -> str:
    refuse(migrations())
    return "The tables are those of this version."


def audit() -> str:
    refuse(*check_audit_trail())
    return "The audit trail is an unbroken chain."


def verdicts() -> str:
    refuse(*check_verdicts())
    return "Every stored verdict says what the rules say today."


def originals() -> str:
    found = check_originals()
    refuse(*found.problems)
    said = f"All {found.whole} originals ({found.bytes / 2**20:.1f} MB) have the bytes they came with."
    unowned = f" {found.orphans} unfinished or unowned files wait for the daily sweep." if found.orphans else ""
    return said + unowned + (f" {found.redrawn} damaged page images were drawn again." if found.redrawn else "")


def files() -> str:
    refuse(*open_to_others(settings.DATA))
    return "Only their owner can read the data folder and its files."


def open_to_others(folder: Path) -> Iterator[str]:
    for path in [folder, *sorted(folder.rglob("*"))]:
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            mode = stat.S_IMODE(path.stat().st_mode)
            yield f"Others can open {path} (mode {mode:o}): run chmod -R go-rwx {folder}"
            return


def space() -> str:
    refuse(disk())
    return "There is room on the disk."


def clock() -> str:
    refuse(jobs())
    return "The daily jobs are up to date, or none was due yet."


def mail() -> str:
    outgoing = settings.EMAIL_OUTGOING
    if outgoing is None:
        return "No mail server is set: the operator reads messages at /operator/. Set EMAIL_URL to send them."
    return f"Mail goes out through {outgoing.host}:{outgoing.port}; what it does not take is kept at /operator/."


def rulebooks() -> str:
    try:
        books = all_rulebooks()
    except RulebookWrong as wrong:
        raise NotWell(str(wrong)) from wrong
    return f"All {len(books)} rulebooks can be read."


QUESTIONS: dict[str, Callable[[], str]] = {
    "database": database,
    "integrity": integrity,
    "references": references,
    "tables": tables,
    "audit": audit,
    "verdicts": verdicts,
    "originals": originals,
    "files": files,
    "space": space,
    "jobs": clock,
    "mail": mail,
    "rulebooks": rulebooks,
}
