"""Open a publisher's list of courses as spreadsheet programs save it: its rows, for whoever knows what they mean."""

from __future__ import annotations

from recert.capture.courses.apart import open_apart
from recert.capture.courses.open import CoursesUnreadable, CourseTable, open_courses

__all__ = ["CourseTable", "CoursesUnreadable", "open_apart", "open_courses"]
