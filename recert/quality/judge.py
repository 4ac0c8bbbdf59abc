"""Answer the six questions about a course from evidence alone: what nobody states is not stated, and not bad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Answer = Literal["yes", "no", "not_stated"]
QUESTIONS = ("rationale", "outcomes", "instructors", "methods", "fees", "refunds")
"""Is the rationale clear? the learning outcomes? who teaches? how? are the fees reasonable? can one get one's money back?"""
FEWEST_PEERS = 5
"""Fewer prices than this of the same kind say nothing about what is usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that answer a question, where they stand, when they were read and who read them."""

    answer: Answer
    quoted: str
    href: str
    read_on: date
    by: Literal["provider", "curator", "taker"] = "curator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The answers, and between how many and how many of six they would be yes if all were known."""

    answers: Mapping[str, Answer]
    evidence: Mapping[str, Evidence]

    @property
    def least(self) -> int:
        return sum(answer == "yes" for answer in self.answers.values())

    @property
    def most(self) -> int:
        return len(QUESTIONS) - self.denied

    @property
    def denied(self) -> int:
        return sum(answer == "no" for answer in self.answers.values())

    @property
    def unknown(self) -> int:
        return self.most - self.least


def judge(evidence: Mapping[str, Evidence]) -> Judgement:
    """The judgement that this evidence allows.

    >>> nothing = judge({})
    >>> (nothing.least, nothing.most, set(nothing.answers.values()))
    (0, 6, {'not_stated'})
    """
    answers: dict[str, Answer] = {
        question: evidence[question].answer if question in evidence else "not_stated" for question in QUESTIONS
    }
    return Judgement(answers=answers, evidence={name: evidence[name] for name in QUESTIONS if name in evidence})


@dataclass(frozen=True, slots=True)
class Usual:
    """What one hour or credit of a kind costs elsewhere in the catalog, in cents, lowest first."""

    prices: tuple[Decimal, ...]

    @classmethod
    def of(cls, priced: Sequence[tuple[int, Decimal]]) -> Usual:
        """From prices in cents, each with its hours or credits."""
        return cls(tuple(sorted(Decimal(cents) / hours for cents, hours in priced if hours > 0)))

    def is_reasonable(self, cents: int, hours: Decimal | None) -> Answer:
        """Yes up to three quarters of the way through what others ask, no beyond; free needs no comparison.

        >>> Usual.of([(1000, Decimal(1))] * 4 + [(9000, Decimal(1))]).is_reasonable(1000, Decimal(1))
        'yes'
        """
        if cents == 0:
            return "yes"
        if not hours or len(self.prices) < FEWEST_PEERS:
            return "not_stated"
        dearer = sum(price >= Decimal(cents) / hours for price in self.prices)
        return "yes" if dearer * 4 >= len(self.prices) else "no"
