"""The index of courses' words: full-text search on SQLite (FTS5) and on PostgreSQL (tsvector), finding alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from django.db import connection

WORD = re.compile(r"[a-z0-9]+")


def folded_words(text: str) -> list[str]:
    """The words of a text without case and accents; both databases keep them as they are.

    >>> folded_words("COVID-19: Enfermedad crónica")
    ['covid', '19', 'enfermedad', 'cronica']
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    return WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def fill_index() -> None:
    """Make the index anew from the courses; PostgreSQL keeps its own with every row."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM records_course_search")
            cursor.execute("INSERT INTO records_course_search (course_id, words) SELECT id, words FROM records_course")


def ids_with_words(groups: Iterable[Sequence[str]]) -> set[str]:
    """The courses that have, of each group, at least one word that begins like one of the group's.

    The words must come from `folded_words`: nothing in them means anything to a query.
    """
    asked = [list(group) for group in groups]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            query = " AND ".join("(" + " OR ".join(f'"{word}"*' for word in group) + ")" for group in asked)
            cursor.execute(
                "SELECT course_id FROM records_course_search WHERE records_course_search MATCH %s",
                [f"words : ({query})"],
            )
        else:
            query = " & ".join("(" + " | ".join(f"{word}:*" for word in group) + ")" for group in asked)
            cursor.execute("SELECT id FROM records_course WHERE search @@ to_tsquery('simple', %s)", [query])
        return {row[0] for row in cursor.fetchall()}
