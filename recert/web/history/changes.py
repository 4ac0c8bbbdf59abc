"""A change of rules told to the holder it touches: what changed, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from recert.records.models import RuleNotice
from recert.rulebooks.library import rulebook
from recert.web.base.words import word


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One requirement before and now."""

    about: str
    old: str
    new: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNotice:
    id: int
    name: str
    noted_at: datetime
    sentence: str
    changes: tuple[Change, ...]
    since: Mapping[str, Any] | None
    seen: bool


def told_notice(notice: RuleNotice) -> ToldNotice:
    change = notice.change
    return ToldNotice(
        id=notice.pk,
        name=rulebook(notice.holding.credential).name,
        noted_at=notice.noted_at,
        sentence=sentence(change),
        changes=tuple(_changes(change)),
        since=change.get("since"),
        seen=notice.seen_at is not None,
    )


def sentence(change: Mapping[str, Any]) -> str:
    """What the change means in points still to earn."""
    gap = change.get("gap") or {}
    old, new, by = gap.get("old"), gap.get("new"), gap.get("change")
    if by in (None, "0"):
        return _("The rules changed. How much you still have to earn stays the same.")
    values = {"old": old, "new": new, "by": str(by).lstrip("-")}
    if str(by).startswith("-"):
        return _("You have %(by)s points less to earn than before: %(new)s instead of %(old)s.") % values
    return _("You have %(by)s points more to earn than before: %(new)s instead of %(old)s.") % values


def _changes(change: Mapping[str, Any]) -> Iterator[Change]:
    for each in change.get("requirements", ()):
        needed = each["needed"]
        yield Change(
            about=word(each["about"]),
            old=_known(needed["old"]),
            new=_known(needed["new"]),
            by=_signed(needed["change"]),
        )


def _known(amount: str | None) -> str:
    return _("not known") if amount is None else amount


def _signed(amount: str | None) -> str:
    if amount is None:
        return ""
    return amount if amount.startswith("-") else f"+{amount}"
