"""The activities on the transcript that a paper may be about already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recert.actions.proof import mark_of
from recert.actions.read_values import stated
from recert.records.models import Activity, Draft, Person
from recert.rules.wording import N_

SAME_PAPER = N_("The same file is the certificate of this activity already.")
SAME_NUMBER = N_("It has the same approval number and the same day.")
SAME_COURSE = N_("It has the same title and the same day.")
OVERLAPS = N_("It is from the same provider on the same day: the hours may be the same ones.")
AGAIN = N_("You finished a course with this title on another day. Many certifiers count a course once.")
LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """An activity that looks like the paper's; `likely` when it must be looked at before anything is accepted."""

    activity: Activity
    wording: str
    likely: bool


def find_repeats(actor: Person, draft: Draft) -> list[Repeat]:
    """The likeliest first; one query, however long the transcript."""
    rows = Activity.objects.filter(person=actor, trashed_at=None).order_by("-earned_on", "-id").defer("note")
    new, mark = stated(draft), mark_of(draft)
    found = [repeat for row in rows[:LOOKED_AT] for repeat in _compared(row, new, mark)]
    return sorted(found, key=lambda repeat: not repeat.likely)


def _compared(row: Activity, new: Mapping[str, Any], mark: str) -> Iterator[Repeat]:
    day = str(row.earned_on) == new.get("earned_on")
    title = bool(folded(row.title)) and folded(row.title) == folded(new.get("title", ""))
    if row.certificate == mark:
        yield Repeat(activity=row, wording=SAME_PAPER, likely=True)
    elif day and _same(row.approval_number, new.get("approval_number", "")):
        yield Repeat(activity=row, wording=SAME_NUMBER, likely=True)
    elif day and title:
        yield Repeat(activity=row, wording=SAME_COURSE, likely=True)
    elif day and _same(row.provider, new.get("provider", "")):
        yield Repeat(activity=row, wording=OVERLAPS, likely=False)
    elif title:
        yield Repeat(activity=row, wording=AGAIN, likely=False)


def _same(one: str, other: str) -> bool:
    return bool(folded(one)) and folded(one) == folded(other)


def folded(text: str) -> str:
    """Letters and digits alone: re-issued papers differ in dashes and capitals.

    >>> folded("ICD-10  Update!")
    'icd10update'
    """
    return re.sub(r"[\W_]+", "", text.casefold())
