"""Numbers as prices and certificates here print them: 1.5 hours and $10,345, where Spain writes 1,5 and 10.345."""

from __future__ import annotations

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
