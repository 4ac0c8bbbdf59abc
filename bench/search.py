"""A catalog of a million courses beside the real one: the finder on SQLite and on PostgreSQL, tantivy, and the bare index."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from tempfile import TemporaryDirectory
from typing import Any

from tests.with_postgres import a_server

COURSES, QUESTIONS = 1_000_000, 1000
SQLITE, POSTGRESQL = "SQLite, as installed", "PostgreSQL"


def run() -> dict[str, Any]:
    """Each database in a process of its own, one after the other, over the same courses and questions."""
    courses = int(os.environ.get("BENCH_COURSES", COURSES))
    databases = {SQLITE: _asked(courses, {})}
    with a_server() as url:
        databases[POSTGRESQL] = _asked(courses, {"DATABASE_URL": url})
    answers = [each.pop("answers") for each in databases.values()]
    differ = sum(a != b for a, b in zip(*answers, strict=True))
    tantivy = databases[SQLITE].pop("tantivy")
    bare = databases[SQLITE].pop("bare")
    return {
        "courses": courses,
        "questions": QUESTIONS,
        "databases": databases,
        "bare_index": bare,
        "tantivy": tantivy,
        "questions_answered_differently": differ,
    }


def _asked(courses: int, surroundings: dict[str, str]) -> dict[str, Any]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with TemporaryDirectory() as folder:
        own = {"RECERT_DATA": folder, "RECERT_SECRET_KEY": "for the bench only", **surroundings}
        own["DJANGO_SETTINGS_MODULE"] = "recert.config.settings"
        command = [sys.executable, "-m", "bench.search_child", str(courses), str(QUESTIONS)]
        done = subprocess.run(command, env={**kept, **own}, check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
