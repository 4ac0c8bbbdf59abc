"""Count each activity, or leave it out with every reason that applies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from recert.rules import wording
from recert.rules.calendar import months_before
from recert.rules.edition import Edition, RecurringTraining
from recert.rules.transcript import FINE, Activity
from recert.rules.treat import Treatment, treatment
from recert.rules.verdict import Reason, Span


@dataclass(frozen=True, slots=True)
class Screened:
    """An activity after screening: it counts when there is no reason against it."""

    activity: Activity
    treatment: Treatment
    points: int
    early: bool
    """Earned before the cycle started, in the window a first cycle allows."""
    reasons: tuple[Reason, ...]

    @property
    def counts(self) -> bool:
        return not self.reasons


def window_starts(edition: Edition, cycle: Span, first_cycle: bool) -> date:
    """The first day whose activities may count: earlier than the cycle's own only in a first cycle."""
    if first_cycle and edition.pre_earned:
        return months_before(cycle.starts, edition.pre_earned.months)
    return cycle.starts


def screen(transcript: Sequence[Activity], *, edition: Edition, cycle: Span, first_cycle: bool) -> list[Screened]:
    """Screen every activity, in file order."""
    window = Span(window_starts(edition, cycle, first_cycle), cycle.ends)
    return _Screening(edition, cycle, window, _repeated(transcript, edition, cycle)).all(transcript)


@dataclass(frozen=True, slots=True)
class _Screening:
    edition: Edition
    cycle: Span
    window: Span
    repeats: dict[str, Reason]
    seen: dict[object, str] = field(default_factory=dict)
    """What identifies the activities that count so far → their ids."""

    def all(self, transcript: Sequence[Activity]) -> list[Screened]:
        return [self.one(activity) for activity in transcript]

    def one(self, activity: Activity) -> Screened:
        how = treatment(self.edition, activity.trait)
        reasons = (*self._reasons(activity, how),)
        if not reasons:
            self.seen.update((key, activity.id) for key in _identities(activity))
        return Screened(activity, how, how.points(activity), activity.earned_on < self.cycle.starts, reasons)

    def _reasons(self, activity: Activity, how: Treatment) -> Iterable[Reason]:
        yield from _reasons_by_day(activity, how, self.window, self.cycle)
        yield from how.refusals
        yield from _too_short(activity, self.edition, how)
        yield from _duplicate(activity, self.seen)
        if activity.id in self.repeats:
            yield self.repeats[activity.id]


def _reasons_by_day(activity: Activity, how: Treatment, window: Span, cycle: Span) -> Iterable[Reason]:
    day = activity.earned_on
    if not window.starts <= day <= window.ends:
        values = {"day": str(day), "starts": str(cycle.starts), "ends": str(cycle.ends)}
        yield Reason(code="outside_cycle", wording=wording.OUTSIDE_CYCLE, values=values)
    if how.until is not None and day > how.until:
        values = {"kind": activity.kind, "until": str(how.until)}
        yield Reason(
            code="kind_not_accepted", wording=wording.KIND_ACCEPTED_UNTIL, values=values, cited=how.until_cited
        )


def _too_short(activity: Activity, edition: Edition, how: Treatment) -> Iterable[Reason]:
    if how.minimum and activity.fine_length is not None and activity.fine_length < how.minimum:
        assert edition.minimum_length is not None
        values = {
            "minutes": f"{(Decimal(activity.fine_length) / FINE).normalize():f}",
            "least": str(edition.minimum_length.minutes),
        }
        yield Reason(code="too_short", wording=wording.TOO_SHORT, values=values, cited=edition.minimum_length.cited)


def _identities(activity: Activity) -> Iterable[object]:
    if activity.same_as is not None:
        yield activity.same_as
    if activity.certificate:
        yield activity.certificate


def _duplicate(activity: Activity, seen: dict[object, str]) -> Iterable[Reason]:
    other = next((seen[key] for key in _identities(activity) if key in seen), None)
    if other is not None:
        yield Reason(code="duplicate", wording=wording.DUPLICATE, values={"other": other})


def _repeated(transcript: Sequence[Activity], edition: Edition, cycle: Span) -> dict[str, Reason]:
    """Activities an edition does not count a second time, by id, though they are no duplicates."""
    if edition.repeats is None and edition.recurring is None:
        return {}
    found: dict[str, Reason] = {}
    earlier: list[Activity] = []
    for activity in sorted(transcript, key=lambda a: a.earned_on):
        reason = _repeats_course(activity, earlier, edition, cycle) or _repeats_topic(activity, earlier, edition)
        if reason is not None:
            found[activity.id] = reason
        earlier.append(activity)
    return found


def _repeats_course(activity: Activity, earlier: list[Activity], edition: Edition, cycle: Span) -> Reason | None:
    rule = edition.repeats
    if rule is None or activity.same_course is None:
        return None
    since = cycle.starts if rule.within == "cycle" else date.min
    for other in earlier:
        if other.same_course == activity.same_course and since <= other.earned_on != activity.earned_on:
            return Reason(code="duplicate", wording=wording.REPEATED, values={"other": other.id}, cited=rule.cited)
    return None


def _repeats_topic(activity: Activity, earlier: list[Activity], edition: Edition) -> Reason | None:
    rule = edition.recurring
    topic = _topic(activity, rule) if rule else None
    if rule is None or topic is None:
        return None
    since = months_before(activity.earned_on, rule.once_per_months)
    for other in earlier:
        if other.earned_on > since and _topic(other, rule) == topic:
            values = {"topic": topic, "months": str(rule.once_per_months), "other": other.id}
            return Reason(code="duplicate", wording=wording.RECURRING, values=values, cited=rule.cited)
    return None


def _topic(activity: Activity, rule: RecurringTraining) -> str | None:
    if activity.kind not in rule.kinds:
        return None
    title = activity.title.casefold()
    return next((topic for topic, words in rule.topics.items() if any(word in title for word in words)), None)
