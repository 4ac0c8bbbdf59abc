"""Courses and providers gathered from public pages by hand, carried with the package; each says how old it is."""

from __future__ import annotations

from recert.feeds.curated.reader import NAME, Course, Provider, edition, read_courses, read_providers

__all__ = ["NAME", "Course", "Provider", "edition", "read_courses", "read_providers"]
