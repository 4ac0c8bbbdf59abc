"""The pages of a paper as pictures, with a frame around every place that is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from recert.actions.read_values import Found
from recert.actions.weigh_draft import WeighedDraft
from recert.records.models import Certificate

MOST_SHOWN = 6
MARGIN = Decimal("0.6")
"""Percent of the page between what is printed and the frame around it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """In percent of the page, from its upper left corner; as text, for a number would be written with a Spanish comma."""

    name: str
    sure: bool
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One page and what is framed on it."""

    number: int
    href: str
    frames: tuple[Frame, ...]


def can_be_drawn(certificate: Certificate) -> bool:
    """Whether it is of a kind that has pages to look at, and not one that no reader could open."""
    kind = certificate.file.media_type
    drawn = kind == "application/pdf" or (kind.startswith("image/") and kind != "image/svg+xml")
    return drawn and certificate.state != "unreadable"


def pages_of(weighed: WeighedDraft) -> list[Picture]:
    """The draft's own pages."""
    draft = weighed.draft
    if not can_be_drawn(draft.certificate):
        return []
    numbers = range(draft.first_page, min(draft.last_page, draft.first_page + MOST_SHOWN - 1) + 1)
    return [
        Picture(number, reverse("certificate-page", args=[draft.certificate_id, number]), _frames(weighed, number))
        for number in numbers
    ]


def _frames(weighed: WeighedDraft, page: int) -> tuple[Frame, ...]:
    """None on a photo that is not known how to draw as it was read: a place on it would not be where it shows."""
    draft = weighed.draft
    known = any(read.get("turns") is not None for read in draft.fields.values())
    if draft.certificate.file.media_type.startswith("image/") and not known:
        return ()
    placed = [found for found in weighed.found.values() if len(found.box) == 4 and found.page == page]
    return tuple(_frame(found) for found in sorted(placed, key=lambda found: not found.sure))


def _frame(found: Found) -> Frame:
    left, top, right, bottom = (Decimal(str(part)) * 100 for part in found.box)
    return Frame(
        name=found.name,
        sure=found.sure,
        x=str(max(Decimal(0), left - MARGIN)),
        y=str(max(Decimal(0), top - MARGIN)),
        width=str(max(Decimal(1), right - left + 2 * MARGIN)),
        height=str(max(Decimal(1), bottom - top + 2 * MARGIN)),
    )
