"""The table of every countable activity: what it is, what counts of it where, and which proof goes with it."""

from __future__ import annotations

from recert.packet import names
from recert.packet.blocks import Block, Cell, cell, table, words
from recert.packet.said import Said, Say, told
from recert.packet.values import LeftOut, PacketLine, Split
from recert.rules.points import as_text
from recert.rules.transcript import Activity
from recert.rules.wording import N_

MARKS = {
    "on_transcript": N_("on your official transcript: no proof needed"),
    "card": N_("on your official transcript: no proof needed, once both sides of the card are uploaded"),
    "not_needed": N_("not needed"),
    "attached": N_("certificate no. %(number)s"),
    "missing": N_("certificate still missing"),
    "kept": N_("keep the paper: it is asked for only in an audit"),
}
OVER_CAP = N_("over the limit: nothing of it can count")
IN_PART = N_("%(counted)s of %(points)s points count")
HEAD = (
    N_("No."), N_("Date"), N_("Activity and provider"), N_("Credit"), N_("Points and categories"), N_("Approved by"),
    N_("Proof"),
)  # fmt: skip


def activity_table(lines: tuple[PacketLine, ...], say: Say) -> Block:
    """All lines of a packet, one row each."""
    head = [say(name) for name in HEAD]
    return table(head, [_row(line, say) for line in lines], columns=(0, 0, 3, 1.5, 2.6, 1.5, 2), size=8.5)


def _row(line: PacketLine, say: Say) -> list[Cell]:
    activity = line.activity
    return [
        cell(words(str(line.number), "strong")),
        cell(activity.earned_on.isoformat()),
        cell(words(title_of(activity, say), "strong"), words(activity.provider, "small") if activity.provider else ""),
        cell(*credit(activity, say)),
        cell(*_points(line, say)),
        cell(*_approval(activity, say)),
        cell(*proof(line, say)),
    ]


def title_of(activity: Activity, say: Say) -> str:
    """Its title, or words for having none."""
    return activity.title or say(N_("(no title)"))


def credit(activity: Activity, say: Say) -> list[Block]:
    """What the certificate states: amount and kind of credit, and how long it took where that is stated too."""
    amount = names.amount(names.decimal(activity.quantity), activity.unit, say)
    if activity.minutes is None:
        return [words(amount)]
    return [words(amount), words(say(N_("%(minutes)s minutes")) % {"minutes": str(activity.minutes)}, "small")]


def _points(line: PacketLine, say: Say) -> list[Block]:
    outcome = line.outcome
    if not outcome.counted:
        return [words(say(N_("0 points"))), words(say(OVER_CAP), "small")]
    shares = [words(split_text(line.split, say))]
    if outcome.counted < outcome.points:
        values = {"counted": as_text(outcome.counted), "points": as_text(outcome.points)}
        shares.append(words(say(IN_PART) % values, "small"))
    return shares


def split_text(split: tuple[Split, ...], say: Say) -> str:
    """Over which categories an activity is spread, with the time each part took where that is known.

    >>> split_text((Split("clinical", 200, 100), Split("general", 100, 50)), str)
    '2 points clinical = 100 minutes, 1 general = 50 minutes'
    """
    return ", ".join(_share(share, say, first=place == 0) for place, share in enumerate(split))


def _share(share: Split, say: Say, *, first: bool) -> str:
    points = as_text(share.points)
    where = "" if share.category is None else names.name(share.category, names.ABOUT, say)
    one = say(N_("1 point")) if points == "1" else say(N_("%(points)s points")) % {"points": points}
    amount = f"{one if first else points} {where}".strip()
    if share.minutes is None:
        return amount
    return say(N_("%(amount)s = %(minutes)s minutes")) % {"amount": amount, "minutes": str(share.minutes)}


def _approval(activity: Activity, say: Say) -> list[Block]:
    bodies = ", ".join(names.APPROVERS.get(each, each.upper()) for each in sorted(activity.approved_by))
    number = say(N_("no. %(number)s")) % {"number": activity.approval_number} if activity.approval_number else ""
    return [words(text, look) for text, look in ((bodies, ""), (number, "small")) if text] or [words("–")]


def proof(line: PacketLine, say: Say) -> list[Block]:
    """Which proof goes with a line, in words."""
    sentence = told(Said(MARKS[line.mark], {"number": str(line.number)}), say)
    look = "strong" if line.mark == "missing" else ""
    return [words(sentence, look)]


def left_out_table(left_out: tuple[LeftOut, ...], say: Say) -> Block:
    """What does not count, each with its reasons."""
    rows = [
        [
            cell(each.activity.earned_on.isoformat()),
            cell(
                words(title_of(each.activity, say), "strong"),
                words(each.activity.provider, "small") if each.activity.provider else "",
            ),
            cell(*(told(Said(reason.wording, reason.values), say) for reason in each.outcome.reasons)),
        ]
        for each in left_out
    ]
    head = [say(name) for name in (N_("Date"), N_("Activity and provider"), N_("Why it is left out"))]
    return table(head, rows, columns=(0, 2, 3), size=8.5)
