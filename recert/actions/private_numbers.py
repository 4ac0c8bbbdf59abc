"""Numbers on a paper that its owner may not want to hand around: a social security number, a card number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from recert.rules.wording import N_

SOCIAL_SECURITY = re.compile(r"(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")
NAMED = re.compile(r"(?i)(?:ssn|social security)[^\d]{0,20}\d{3}[- ]?\d{2}[- ]?\d{4}(?!\d)")
CARD = re.compile(r"(?<![\d-])(?:\d[ -]?){12,18}\d(?![\d-])")
ON_A_PAPER = {
    "social_security": N_(
        "This paper seems to show a social security number. Cover it and send a new copy: no certifier needs it."
    ),
    "card": N_(
        "This paper seems to show the number of a payment card. Cover it and send a new copy: no certifier needs it."
    ),
}


def warnings_about(entries: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What to tell the owner of a paper; the numbers themselves are not kept here."""
    text = "\n".join(str(entry.get("text") or "") for entry in entries)
    return [{"code": code, "wording": ON_A_PAPER[code], "values": {}} for code in private_numbers(text)]


def private_numbers(text: str) -> list[str]:
    """Which kinds a text holds.

    >>> private_numbers("SSN: 123-45-6789"), private_numbers("Provider number 13485, (800) 232-4000")
    (['social_security'], [])
    """
    found = []
    if SOCIAL_SECURITY.search(text) or NAMED.search(text):
        found.append("social_security")
    if any(_is_card(re.sub(r"\D", "", match[0])) for match in CARD.finditer(text)):
        found.append("card")
    return found


def _is_card(digits: str) -> bool:
    """The check digit of payment cards (Luhn), and a first digit that cards have."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return digits[0] in "3456" and len(set(digits)) > 2 and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0
