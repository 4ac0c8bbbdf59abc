"""Assemble a packet: every countable activity in order, what counts of it where, and which paper goes with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recert.packet.values import NO_PAPERS, LeftOut, Mark, Packet, PacketLine, Papers, Split
from recert.rulebooks.applications import Application, application_of
from recert.rules.edition import Rulebook
from recert.rules.points import share_out
from recert.rules.transcript import FINE, Activity
from recert.rules.verdict import Outcome, Verdict

STILL_COUNTABLE = frozenset({"over_cap", "no_category"})
"""Reasons that leave an activity countable: it only counts in part, in no category, or not this time."""


def assemble(
    book: Rulebook,
    verdict: Verdict,
    activities: Sequence[Activity],
    *,
    papers: Mapping[str, Papers] | None = None,
    holder: str = "",
    spare: frozenset[str] = frozenset(),
) -> Packet:
    """Put together what is sent in; `papers` are those on file, by activity, `spare` the ids that buy nothing."""
    filed = papers or {}
    application = application_of(book.certifier.id)
    by_day = sorted(zip(activities, verdict.activities, strict=True), key=lambda pair: pair[0].earned_on)
    countable = [(activity, outcome) for activity, outcome in by_day if is_countable(outcome)]
    lines = tuple(
        _line(number, activity, outcome, filed.get(activity.id, NO_PAPERS), application)
        for number, (activity, outcome) in enumerate(countable, 1)
    )
    return Packet(
        book=book,
        verdict=verdict,
        holder=holder,
        lines=tuple(_spare(line, spare) for line in lines),
        left_out=tuple(
            LeftOut(activity=activity, outcome=outcome) for activity, outcome in by_day if not is_countable(outcome)
        ),
    )


def is_countable(outcome: Outcome) -> bool:
    """Whether an activity may count at all, even where a cap leaves nothing of it."""
    return outcome.points > 0 and all(reason.code in STILL_COUNTABLE for reason in outcome.reasons)


def _line(
    number: int, activity: Activity, outcome: Outcome, papers: Papers, application: Application | None
) -> PacketLine:
    return PacketLine(
        number=number,
        activity=activity,
        outcome=outcome,
        mark=_mark(activity, outcome, papers, application),
        split=split_of(activity, outcome),
        papers=papers,
    )


def _spare(line: PacketLine, spare: frozenset[str]) -> PacketLine:
    if line.activity.id not in spare:
        return line
    return PacketLine(
        number=line.number,
        activity=line.activity,
        outcome=line.outcome,
        mark=line.mark,
        split=line.split,
        papers=line.papers,
        spare=True,
    )


def _mark(activity: Activity, outcome: Outcome, papers: Papers, application: Application | None) -> Mark:
    if outcome.approved:
        return "card" if activity.kind == "cpr_card" and "aama" not in activity.approved_by else "on_transcript"
    if outcome.counted == 0:
        return "not_needed"
    if papers.certificate:
        return "attached"
    return "kept" if application is not None and application.papers == "only_when_asked" else "missing"


def split_of(activity: Activity, outcome: Outcome) -> tuple[Split, ...]:
    """What counts of an activity in each category, and the time that stands for it.

    The whole length is shared out over all the activity's points, so that the parts never claim more than it lasted.
    """
    counted: dict[str | None, int] = {**outcome.counted_as}
    rest = outcome.counted - sum(counted.values())
    if rest > 0:
        counted[None] = rest
    length = activity.fine_length
    if length is None or length % FINE:
        return tuple(Split(category, points, None) for category, points in counted.items())
    uncounted = outcome.points - sum(counted.values())
    minutes = share_out(length // FINE, (*counted.values(), max(0, uncounted)))
    return tuple(
        Split(category, points, time) for (category, points), time in zip(counted.items(), minutes, strict=False)
    )
