"""Programs that schools report to the U.S. Department of Education (IPEDS), carried with the package."""

from __future__ import annotations

from recert.feeds.ipeds.reader import NAME, Program, School, edition, read_schools

__all__ = ["NAME", "Program", "School", "edition", "read_schools"]
