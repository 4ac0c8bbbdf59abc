"""How an action says no: one sentence for the person, and the field it is about."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was stored. The message is a sentence: what was found, what was wanted. Verbs refuse by their own kind."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field
