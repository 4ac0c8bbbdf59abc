"""One database in a process of its own: loads the catalog, asks the questions, prints what it took as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import islice
from time import perf_counter
from typing import Any

from recert.config.database import use_a_sound_sqlite

use_a_sound_sqlite()

import django  # noqa: E402 -- after its SQLite

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from bench.catalog import made_up  # noqa: E402
from bench.questions import questions  # noqa: E402
from bench.tantivy_index import tantivy_times  # noqa: E402
from recert.actions.find_courses import Wishes, find_courses, open_found, sought_by  # noqa: E402
from recert.actions.find_programs import find_programs  # noqa: E402
from recert.actions.load_courses import load_courses  # noqa: E402
from recert.actions.load_programs import load_programs  # noqa: E402
from recert.actions.take_courses import take_courses  # noqa: E402
from recert.places.zips import all_points  # noqa: E402
from recert.records.course_search import numbers_of  # noqa: E402

PAGE = 20
EVERY = 97
"""So many ZIP codes on, schools are looked for."""
MILES = 50


def main(courses: int, count: int) -> None:
    call_command("migrate", verbosity=0)
    load_courses()
    seconds = _timed(lambda: _load(courses))
    asked = list(questions(count))
    _once(asked[:50])
    answers: list[str] = []
    found = {"load_seconds": round(seconds, 1), **_quantiles([_timed(lambda w=w: _answer(w, answers)) for w in asked])}
    found["answers"] = answers
    found["schools_by_zip"] = _quantiles(_schools())
    if connection.vendor == "sqlite":
        found["bare"] = _quantiles([_timed(lambda w=w: _bare(w)) for w in asked])
        found["tantivy"] = tantivy_times(asked)
    print(json.dumps(found))


def _load(courses: int) -> None:
    with transaction.atomic():
        take_courses(made_up(courses), told=_progress(courses))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE records_course")
            cursor.execute("ANALYZE records_coursecard")


def _progress(total: int) -> Callable[[int], None]:
    done = 0

    def told(count: int) -> None:
        nonlocal done
        done += count
        if done % 50_000 < count:
            print(f"\r{done:,} of {total:,} courses", end="", file=sys.stderr, flush=True)

    return told


def _answer(wishes: Wishes, answers: list[str]) -> None:
    found = find_courses(None, wishes=wishes)
    shown = open_found(found, islice(found.numbers, PAGE))
    ids = [each.course.pk for each in shown]
    answers.append(sha256(f"{list(found.numbers)} {ids}".encode()).hexdigest()[:16])


def _bare(wishes: Wishes) -> None:
    """The index alone: the first numbers that match, in no order but its own."""
    sought = sought_by(wishes)
    if sought is not None:
        numbers_of(sought, most=PAGE)


def _schools() -> list[float]:
    """Schools within so many miles of ZIP codes all over the country."""
    load_programs()
    near = all_points()[::EVERY]
    find_programs(None, near=near[0], within=MILES)
    return [_timed(lambda point=point: find_programs(None, near=point, within=MILES)) for point in near]


def _once(asked: Iterable[Wishes]) -> None:
    for wishes in asked:
        _answer(wishes, [])


def _timed(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def _quantiles(seconds: list[float]) -> dict[str, Any]:
    ordered = sorted(seconds)
    part = {name: ordered[min(len(ordered) - 1, int(len(ordered) * q))] for name, q in QUANTILES.items()}
    return {"milliseconds": {name: round(time * 1000, 2) for name, time in part.items()}}


QUANTILES = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "max": 1.0}

main(*map(int, sys.argv[1:]))
