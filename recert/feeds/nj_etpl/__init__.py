"""Programs on New Jersey's list of eligible training providers of 2021, with price and clock hours."""

from __future__ import annotations

from recert.feeds.nj_etpl.reader import LISTED_ON, NAME, Listed, edition, read_listed

__all__ = ["LISTED_ON", "NAME", "Listed", "edition", "read_listed"]
