"""The schools and courses that come with the package, loaded once for all tests that look for some."""

from __future__ import annotations

import pytest

from recert.actions.load_courses import load_courses
from recert.actions.load_programs import load_programs


@pytest.fixture(scope="session")
def programs_at_first(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock():
        load_programs()


@pytest.fixture
def programs(programs_at_first: None, db: None) -> None:
    """Every school and program; loaded anew only after a test that emptied the tables."""
    load_programs()


@pytest.fixture(scope="session")
def courses_at_first(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock():
        load_courses()


@pytest.fixture
def courses(courses_at_first: None, db: None) -> None:
    """Every course and provider that comes with the package."""
    load_courses()
