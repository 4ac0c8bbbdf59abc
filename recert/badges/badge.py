"""What a badge says and whether its signature holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

GOOD, BAD, UNKNOWN_KEY, UNSIGNED = "good", "bad", "unknown_key", "unsigned"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: `wording` is the template, `text` the English."""

    wording: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.wording % self.values


class NotABadge(ValueError):
    """Something handed in as a badge that holds none: `remark` says what was found and what to do."""

    def __init__(self, wording: str, **values: str) -> None:
        self.remark = Said(wording, values)
        super().__init__(self.remark.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeChecked:
    """One badge: what it says, as text and ISO days ("" where it says nothing), and what its signature is worth.

    `signature` is `good` (the issuer's own key made it), `bad` (changed, or signed by someone else), `unknown_key`
    (we do not know the issuer's key, or cannot check this kind of signature) or `unsigned`.
    """

    standard: str
    form: str
    achievement: str
    description: str = ""
    issuer: str = ""
    issuer_id: str = ""
    recipient: str = ""
    issued_on: str = ""
    expires_on: str = ""
    credits_earned: str = ""
    signature: str
    why: Said
    remarks: tuple[Said, ...] = ()

    def in_force(self, today: date) -> bool:
        """Whether its days include today."""
        starts, ends = self.issued_on or str(today), self.expires_on or str(today)
        return starts <= today.isoformat() <= ends

    def valid(self, today: date) -> bool:
        """Whether the issuer's signature holds and the badge is in force."""
        return self.signature == GOOD and self.in_force(today)
