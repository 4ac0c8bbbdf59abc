"""What every test may rely on: the database that was asked for, and how hard properties are tried."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import hypothesis
import pytest
import time_machine
from django.core.cache import cache
from django.db import connection

hypothesis.settings.register_profile("usual", deadline=None, derandomize=True)
hypothesis.settings.register_profile("long", deadline=None, max_examples=100_000)
hypothesis.settings.load_profile("usual")

pytest_plugins = ["tests.cast", "tests.catalog", "tests.papers", "tests.browser.pages"]

THE_DAY = datetime(2026, 11, 22, 15, tzinfo=UTC)
"""When the tests take place, whenever they are run: what the people in them do is dated around it."""
ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")


def uses_the_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db", "live_server"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A second run on PostgreSQL repeats only what a database can change."""
    if ON_POSTGRES:
        others = [item for item in items if not uses_the_database(item)]
        items[:] = [item for item in items if uses_the_database(item)]
        config.hook.pytest_deselected(items=others)


@pytest.fixture(autouse=True, scope="session")
def the_database_is_the_one_asked_for() -> None:
    assert connection.vendor == ("postgresql" if ON_POSTGRES else "sqlite")


@pytest.fixture(autouse=True, scope="session")
def it_is_always_the_same_day() -> Iterator[None]:
    with time_machine.travel(THE_DAY):
        yield


@pytest.fixture(autouse=True)
def nobody_has_been_counted_yet(request: pytest.FixtureRequest) -> None:
    """What rate limits have counted outlives the flush after a browser test, for its table belongs to no model."""
    if {"live_server", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("transactional_db")
        cache.clear()
