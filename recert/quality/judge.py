"""Answer the six questions about a course from evidence alone: what nobody states is not stated, and not bad."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    fee: Fee | None = None
    """How the fee was judged, where it was."""

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


def judge(evidence: Mapping[str, Evidence], fee: Fee | None = None) -> Judgement:
    """The judgement that this evidence allows.

    >>> nothing = judge({})
    >>> (nothing.least, nothing.most, set(nothing.answers.values()))
    (0, 6, {'not_stated'})
    """
    answers: dict[str, Answer] = {
        question: evidence[question].answer if question in evidence else "not_stated" for question in QUESTIONS
    }
    return Judgement(
        answers=answers, evidence={name: evidence[name] for name in QUESTIONS if name in evidence}, fee=fee
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """Where the dearest quarter of what the catalog asks for a kind of credit begins: `cents` for `amount` of it."""

    known: int
    cents: int
    amount: Decimal

    @classmethod
    def of(cls, priced: Iterable[tuple[int, Decimal]]) -> Usual:
        """From prices in cents, each with its hours or credits."""
        dearest_first = sorted((each for each in priced if each[1] > 0), key=_each, reverse=True)
        known = len(dearest_first)
        cents, amount = dearest_first[(known + 3) // 4 - 1] if known else (0, Decimal(1))
        return cls(known=known, cents=cents, amount=amount)

    def is_reasonable(self, cents: int, hours: Decimal | None) -> Answer:
        """Yes up to three quarters of the way through what others ask, no beyond; free needs no comparison.

        >>> Usual.of([(1000, Decimal(1))] * 4 + [(9000, Decimal(1))]).is_reasonable(1000, Decimal(1))
        'yes'
        """
        if cents == 0:
            return "yes"
        if not hours or self.known < FEWEST_PEERS:
            return "not_stated"
        return "yes" if cents * self.amount <= self.cents * hours else "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A price in cents for an amount of one kind of credit (`unit`; empty for hours alone), and what is usual for it."""

    cents: int
    amount: Decimal
    unit: str
    usual: Usual

    @property
    def each(self) -> int:
        """Cents for one.

        >>> Fee(cents=1000, amount=Decimal("1.5"), unit="cme", usual=Usual.of(())).each
        667
        """
        return round(self.cents / self.amount)

    @property
    def dear_from(self) -> int:
        """Cents for one from which on it stands in the dearest quarter."""
        return round(self.usual.cents / self.usual.amount)


def _each(priced: tuple[int, Decimal]) -> Decimal:
    cents, amount = priced
    return Decimal(cents) / amount
