"""Check Open Badges: signed ones (3.0) by their signature, older ones (2.0) as unsigned, never over the network."""

from __future__ import annotations

from recert.badges.apart import check_apart
from recert.badges.badge import BadgeChecked, NotABadge, Said
from recert.badges.check import check_badge, may_be_badge
from recert.badges.document import badge_document, badge_entry

__all__ = [
    "BadgeChecked",
    "NotABadge",
    "Said",
    "badge_document",
    "badge_entry",
    "check_apart",
    "check_badge",
    "may_be_badge",
]
