"""Assemble a packet: every countable activity in order, what counts of it where, and which paper goes with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recert.packet.surplus import buys_nothing
from recert.packet.values import NO_PAPERS, LeftOut, Mark, Packet, PacketLine, Papers, Purpose, Split, is_countable
from recert.rulebooks.applications import Application, application_of
from recert.rules.edition import Rulebook
from recert.rules.points import share_out
from recert.rules.transcript import FINE, Activity
from recert.rules.verdict import Outcome, Verdict


def assemble(
    book: Rulebook,
    verdict: Verdict,
    activities: Sequence[Activity],
    *,
    papers: Mapping[str, Papers] | None = None,
    holder: str = "",
    purpose: Purpose = "application",
) -> Packet:
    """Put together what is sent in; `papers` are those on file, by activity."""
    filed = papers or {}
    spare = buys_nothing(verdict, activities) if purpose == "application" else frozenset()
    application = application_of(book.certifier.id)
    by_day = sorted(zip(activities, verdict.activities, strict=True), key=lambda pair: pair[0].earned_on)
    countable = [(activity, outcome) for activity, outcome in by_day if is_countable(outcome)]
    return Packet(
        book=book,
        verdict=verdict,
        holder=holder,
        lines=tuple(
            PacketLine(
                number=number,
                activity=activity,
                outcome=outcome,
                mark=_mark(activity, outcome, filed.get(activity.id, NO_PAPERS), application, purpose),
                split=split_of(activity, outcome),
                papers=filed.get(activity.id, NO_PAPERS),
                spare=activity.id in spare and outcome.counted > 0,
            )
            for number, (activity, outcome) in enumerate(countable, 1)
        ),
        left_out=tuple(
            LeftOut(activity=activity, outcome=outcome) for activity, outcome in by_day if not is_countable(outcome)
        ),
        purpose=purpose,
    )


def _mark(
    activity: Activity, outcome: Outcome, papers: Papers, application: Application | None, purpose: Purpose
) -> Mark:
    if purpose == "audit" and papers.certificate:
        return "attached"
    if outcome.counted == 0:
        return "not_needed"
    if outcome.approved:
        return "card" if activity.kind == "cpr_card" else "on_transcript"
    if papers.certificate:
        return "attached"
    asked_later = application is not None and application.papers == "only_when_asked" and purpose == "application"
    return "kept" if asked_later else "missing"


def split_of(activity: Activity, outcome: Outcome) -> tuple[Split, ...]:
    """What counts of an activity in each category, and the time that stands for it.

    The whole length is shared out over all the activity's points, so that the parts never claim more than it lasted.
    """
    counted: dict[str | None, int] = {name: points for name, points in outcome.counted_as.items()}  # noqa: C416 - a wider key
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
