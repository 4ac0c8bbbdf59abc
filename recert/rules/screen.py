"""Count each activity, or leave it out with every reason that applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    return Screening.over(transcript, edition=edition, cycle=cycle, first_cycle=first_cycle).rows


@dataclass(frozen=True, slots=True)
class Taken:
    """An activity taken before another, and whether it was accepted in its own time."""

    activity: Activity
    accepted: bool


@dataclass(frozen=True, slots=True)
class Screening:
    """A transcript as it is screened, row by row, and ready to judge one activity more."""

    edition: Edition
    cycle: Span
    window: Span
    rows: list[Screened] = field(default_factory=list)
    seen: dict[object, str] = field(default_factory=dict)
    """What identifies the activities that count so far → their ids."""

    @classmethod
    def over(
        cls, transcript: Sequence[Activity], *, edition: Edition, cycle: Span, first_cycle: bool = False
    ) -> Screening:
        """Screen a whole transcript."""
        screening = cls(edition, cycle, Span(window_starts(edition, cycle, first_cycle), cycle.ends))
        earlier = _earlier(transcript, edition)
        for activity in transcript:
            row = screening._screened(activity, earlier.get(activity.id, ()))
            if row.counts:
                screening.seen.update((key, activity.id) for key in _identities(activity))
            screening.rows.append(row)
        return screening

    def judged(self, activity: Activity) -> Screened:
        """How one activity more would fare, after all others; nothing is added."""
        return self._screened(activity, [Taken(row.activity, _accepted(row.reasons)) for row in self.rows])

    def _screened(self, activity: Activity, earlier: Sequence[Taken]) -> Screened:
        how = treatment(self.edition, activity.trait)
        reasons = tuple(self._reasons(activity, how, earlier))
        return Screened(activity, how, how.points(activity), activity.earned_on < self.cycle.starts, reasons)

    def _reasons(self, activity: Activity, how: Treatment, earlier: Sequence[Taken]) -> Iterator[Reason]:
        yield from _reasons_by_day(activity, how, self.window, self.cycle)
        yield from how.refusals
        yield from _too_short(activity, self.edition, how)
        yield from _duplicate(activity, self.seen)
        yield from _repeats_course(activity, earlier, self.edition, self.cycle)
        yield from _repeats_topic(activity, earlier, self.edition)


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


def _accepted(reasons: Iterable[Reason]) -> bool:
    """Whether it counted in some cycle, this one or its own."""
    return all(reason.code == "outside_cycle" for reason in reasons)


def _earlier(transcript: Sequence[Activity], edition: Edition) -> dict[str, tuple[Taken, ...]]:
    """For each activity those before it, by day and then in file order; only where an edition asks about repeats."""
    if edition.repeats is None and edition.recurring is None:
        return {}
    earlier: dict[str, tuple[Taken, ...]] = {}
    taken: list[Taken] = []
    for activity in sorted(transcript, key=lambda one: one.earned_on):
        before = earlier[activity.id] = tuple(taken)
        how = treatment(edition, activity.trait)
        against = (*how.refusals, *_too_short(activity, edition, how), *_repeats_topic(activity, before, edition))
        taken.append(Taken(activity, _accepted(against)))
    return earlier


def _repeats_course(activity: Activity, earlier: Sequence[Taken], edition: Edition, cycle: Span) -> Iterator[Reason]:
    """A course that may never be repeated need only have been taken; one that counts once must have counted."""
    rule = edition.repeats
    if rule is None or activity.same_course is None:
        return
    since = cycle.starts if rule.within == "cycle" else date.min
    for other in (one.activity for one in earlier if one.accepted or rule.within == "ever"):
        if other.same_course == activity.same_course and since <= other.earned_on != activity.earned_on:
            yield Reason(code="duplicate", wording=wording.REPEATED, values={"other": other.id}, cited=rule.cited)
            return


def _repeats_topic(activity: Activity, earlier: Sequence[Taken], edition: Edition) -> Iterator[Reason]:
    rule = edition.recurring
    topic = topic_of(activity, rule) if rule else None
    if rule is None or topic is None:
        return
    since = months_before(activity.earned_on, rule.once_per_months)
    for other in (one.activity for one in earlier if one.accepted):
        if other.earned_on > since and topic_of(other, rule) == topic:
            values = {"topic": topic, "months": str(rule.once_per_months), "other": other.id}
            yield Reason(code="duplicate", wording=wording.RECURRING, values=values, cited=rule.cited)
            return


def topic_of(activity: Activity, rule: RecurringTraining) -> str | None:
    """The topic of a training that counts once in so many months; None for anything else."""
    if activity.kind not in rule.kinds:
        return None
    title = activity.title.casefold()
    return next((topic for topic, words in rule.topics.items() if any(word in title for word in words)), None)
