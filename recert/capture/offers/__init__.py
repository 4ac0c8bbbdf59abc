"""Read a file of offers (CSV, XLSX) into what a plan chooses from, naming the cell whenever one cannot be read."""

from __future__ import annotations

from recert.capture.offers.cells import read_language, read_name
from recert.capture.offers.read import OffersFile, OffersUnreadable, read_offers

__all__ = ["OffersFile", "OffersUnreadable", "read_language", "read_name", "read_offers"]
