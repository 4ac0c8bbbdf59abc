"""What a person has done: activities as their certificates state them, before any rule is applied."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal, get_args

Kind = Literal[
    "course", "conference", "workshop", "seminar", "college", "cpr_card", "exam_review",
    "authoring", "presenting", "teaching", "volunteering", "in_service", "employment",
]  # fmt: skip
Unit = Literal[
    "aama_ceu", "iacet_ceu", "ceu", "contact_hour", "clock_hour", "cme", "cne",
    "ce_credit", "college_credit", "point", "card", "year",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
UNITS: tuple[str, ...] = get_args(Unit)

MINUTES_IN = {
    "aama_ceu": 50, "contact_hour": 50, "clock_hour": 60, "cme": 60, "cne": 60, "iacet_ceu": 600,
}  # fmt: skip
"""Minutes behind one of each unit, where the unit fixes them (facts, section 8)."""


FINE = 10_000
"""Quantities are kept to four decimals: whole ten-thousandths."""


@dataclass(frozen=True, slots=True, eq=False)
class Trait:
    """All that decides an activity's treatment besides day, quantity and length.

    Equal traits are one object (see `trait_of`), so that a table finds their place without comparing them.
    """

    kind: str
    unit: str
    """As read: a bare `ceu` that somebody explained is what it was explained to be."""
    approved_by: frozenset[str]
    category: str
    relevant: bool | None


@lru_cache(maxsize=20_000)
def trait_of(kind: str, unit: str, approved_by: frozenset[str], category: str, relevant: bool | None) -> Trait:
    """The one trait of these five."""
    return Trait(kind, unit, approved_by, category, relevant)


class CategoryUnreadable(ValueError):
    """A category text is neither a name, a split (`clinical=2;general=1`) nor a choice (`clinical|general`)."""


class SplitDoesNotAddUp(ValueError):
    """The parts of a split over categories differ from the activity's quantity."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an activity: the categories it may count in, and how much of the quantity it is (None: all)."""

    categories: tuple[str, ...]
    quantity: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One finished thing, in its certificate's own unit.

    `minutes` is the length of the whole activity; `relevant` is None where nobody has said.
    :raises SplitDoesNotAddUp: when a split's parts differ from `quantity`.
    """

    id: str
    earned_on: date
    quantity: Decimal
    unit: str
    kind: str = "course"
    title: str = ""
    provider: str = ""
    minutes: int | None = None
    category: tuple[Share, ...] = ()
    approved_by: frozenset[str] = frozenset()
    approval_number: str = ""
    certificate: str = ""
    relevant: bool | None = None
    # What the rules ask of every activity again and again, worked out once.
    same_course: tuple[str, str] | None = field(init=False, default=None, compare=False, repr=False)
    """Title and provider without case and spaces; None unless both are given."""
    same_as: str | None = field(init=False, default=None, compare=False, repr=False)
    """What two records of one activity share: the day and the course, in one word."""
    fine_quantity: int = field(init=False, default=0, compare=False, repr=False)
    """The quantity in ten-thousandths."""
    fine_length: int | None = field(init=False, default=None, compare=False, repr=False)
    """Its length in ten-thousandths of a minute, as printed, else from its unit where that fixes it."""
    trait: Trait = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._refuse_a_wrong_split()
        unit = unit_read(self.unit, self.approved_by, self.quantity, self.minutes)
        derived: dict[str, object] = {
            "fine_quantity": int(self.quantity * FINE),
            "trait": trait_of(self.kind, unit, self.approved_by, category_text(self.category), self.relevant),
        }
        if self.minutes is not None:
            derived["fine_length"] = self.minutes * FINE
        elif unit in MINUTES_IN:
            derived["fine_length"] = int(self.quantity * FINE) * MINUTES_IN[unit]
        course = course_of(self.title, self.provider)
        if course is not None:
            derived["same_course"] = course
            derived["same_as"] = f"{self.earned_on} {course[0]} {course[1]}"
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    def _refuse_a_wrong_split(self) -> None:
        parts = [share.quantity for share in self.category if share.quantity is not None]
        if parts and sum(parts) != self.quantity:
            split = category_text(self.category)
            raise SplitDoesNotAddUp(f"the split {split} adds up to {sum(parts)}, not to the quantity {self.quantity}")


def unit_read(unit: str, approved_by: frozenset[str], quantity: Decimal, minutes: int | None) -> str:
    """What a unit means once its issuer or its minutes are known; a bare `ceu` nobody explains stays `ceu`.

    AAMA's CEU is one 50-minute hour and IACET's is ten hours, so the word alone is wrong by a factor of ten.

    >>> unit_read("ceu", frozenset(), Decimal("0.2"), 120), unit_read("ceu", frozenset(), Decimal(2), None)
    ('iacet_ceu', 'ceu')
    """
    if unit != "ceu":
        return unit
    if "aama" in approved_by:
        return "aama_ceu"
    if "iacet" in approved_by:
        return "iacet_ceu"
    if minutes is None or not quantity:
        return "ceu"
    if 45 * quantity <= minutes <= 60 * quantity:
        return "contact_hour"
    return "iacet_ceu" if minutes == 600 * quantity else "ceu"


def course_of(title: str, provider: str) -> tuple[str, str] | None:
    """What two records of one course share: title and provider without case and spaces; None unless both are given."""
    folded = _folded(title), _folded(provider)
    return folded if all(folded) else None


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


def parse_category(text: str) -> tuple[Share, ...]:
    """Read the category column of the file contract.

    >>> parse_category("clinical|general")
    (Share(categories=('clinical', 'general'), quantity=None),)
    >>> parse_category("clinical=2;general=1")[1]
    Share(categories=('general',), quantity=Decimal('1'))

    :raises CategoryUnreadable: when it is none of the three forms.
    """
    pieces = [piece.strip() for piece in text.split(";") if piece.strip()]
    shares = tuple(_share(piece) for piece in pieces)
    if len(shares) > 1 and any(share.quantity is None for share in shares):
        raise CategoryUnreadable(f"{text!r} names several categories without amounts; write clinical=2;general=1")
    return shares


def _share(piece: str) -> Share:
    names, equals, amount = piece.partition("=")
    categories = tuple(name.strip().lower() for name in names.split("|"))
    if not all(name.replace("_", "").replace("-", "").isalnum() for name in categories):
        raise CategoryUnreadable(
            f"{piece!r} is not a category; write clinical, clinical=2;general=1 or clinical|general"
        )
    if not equals:
        return Share(categories)
    try:
        quantity = Decimal(amount.strip())
    except InvalidOperation:
        raise CategoryUnreadable(f"{amount.strip()!r} in {piece!r} is not a number") from None
    if not quantity.is_finite() or quantity < 0:
        raise CategoryUnreadable(f"{amount.strip()!r} in {piece!r} must be zero or more")
    return Share(categories, quantity)


def category_text(shares: tuple[Share, ...]) -> str:
    """Write shares back in the form `parse_category` reads.

    >>> category_text(parse_category("clinical=2;general=1"))
    'clinical=2;general=1'
    """
    return ";".join(
        "|".join(share.categories) + ("" if share.quantity is None else f"={share.quantity}") for share in shares
    )
