"""Find an activity again where less is known of it than the rules ask before they call two records one.

The rules leave a record out only where day, title and provider agree. A list that names no provider would so be counted
a second time; here such a pair is found, and the holder is asked.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from recert.capture.transcripts.words import folded
from recert.rules.transcript import Activity

T = TypeVar("T")
ANY, NONE = "any", "none"


class Seen(Generic[T]):
    """Activities seen so far, each with what to say of it; the first of several alike is the one found."""

    def __init__(self) -> None:
        self._found: dict[object, T] = {}

    def add(self, activity: Activity, said: T) -> None:
        for mark in _marks(activity, sought=False):
            self._found.setdefault(mark, said)

    def find(self, activity: Activity) -> T | None:
        """What was said of the activity that this one may be: the same day and title, and not two providers.

        Where neither record names a provider, or a title, the amount must be the same too.
        """
        marks = _marks(activity, sought=True)
        return next((self._found[mark] for mark in marks if mark in self._found), None)


def _marks(activity: Activity, *, sought: bool) -> tuple[object, ...]:
    """By what an activity is known, or sought: whoever names no provider may be anyone's, and the other way round."""
    course = (activity.earned_on, folded(activity.title))
    provider, amount = folded(activity.provider), (activity.quantity, activity.unit)
    if not course[1]:
        return ((*course, provider, amount),)
    if provider:
        return ((*course, "by", provider), (*course, NONE if sought else ANY))
    return ((*course, ANY if sought else NONE), (*course, NONE, amount))
