"""The form in which words are compared: lower case, no accents, letter for letter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SIGNS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
                       "\u00a0": " ", "：": ":", "（": "(", "）": ")", "，": ","})  # fmt: skip


def plain(text: str) -> str:
    """Lower case without accents or typographic signs, letter for letter as long as the text.

    >>> plain("Expedición – “RCP”")
    'expedicion - "rcp"'
    """
    return "".join(_plain_letter(letter) for letter in text.translate(SIGNS))


@lru_cache(4096)
def _plain_letter(letter: str) -> str:
    bare = unicodedata.normalize("NFKD", letter)[:1] or letter
    lower = bare.lower()
    return lower if len(lower) == 1 else letter
