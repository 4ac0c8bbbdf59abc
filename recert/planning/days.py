"""On which day each offer would be taken: its own, or the first that is free for its course."""

from __future__ import annotations

import numpy as np

from recert.planning.catalog import NO_DAY, Catalog, Whole
from recert.planning.holder import Holder


def days_taken(catalog: Catalog, rows: Whole, due: Whole, holder: Holder) -> Whole:
    """The day of each row as an ordinal.

    Rows of one course that can be taken any day are taken on days of their own, or they would be duplicates; so are
    those of a course that is held, or offered, on the first of these days.
    """
    first = holder.from_day.toordinal()
    days = np.where(due == NO_DAY, first, due)
    held = _days_held(catalog, holder)
    watched = catalog.repeated[rows]
    for course in held:
        watched |= catalog.course[rows] == course
    known = np.flatnonzero(watched)
    dated = due[known] != NO_DAY
    busy = known[~dated]
    asked_for = np.isin(catalog.course[rows[known]], catalog.course[rows[busy]])
    for place in known[dated & asked_for]:
        held.setdefault(int(catalog.course[rows[place]]), set()).add(int(due[place]))
    last, free = holder.cycle.ends.toordinal(), dict[int, int]()
    for place in busy:
        course = int(catalog.course[rows[place]])
        day = free.get(course, first)
        taken = held.setdefault(course, set())
        while day in taken and day < last:
            day += 1
        taken.add(day)
        days[place] = free[course] = day
    return days


def _days_held(catalog: Catalog, holder: Holder) -> dict[int, set[int]]:
    """The days on which each course of the catalogue is held."""
    held: dict[int, set[int]] = {}
    for activity in holder.transcript:
        course = catalog.courses.get(activity.same_course) if activity.same_course else None
        if course is not None:
            held.setdefault(course, set()).add(activity.earned_on.toordinal())
    return held
