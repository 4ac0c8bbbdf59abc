"""Fill what an installation knows of schools and courses from the data carried with the package; quick when it is there."""

from __future__ import annotations

from recert.actions.load_courses import load_courses
from recert.actions.load_programs import load_programs


def load_catalog() -> list[str]:
    """The names of the feeds that were new."""
    return [*load_programs(), *load_courses()]
