"""Courses as linked data: schema.org in a page or a file, and CTDL."""

from __future__ import annotations

from recert.feeds.linked_data.read import read_linked_data

__all__ = ["read_linked_data"]
