"""The publisher for every test of feeds."""

from __future__ import annotations

from tests.feeds.publisher import publisher

__all__ = ["publisher"]
