"""Read the cells that hold words: kinds, categories, approvers, relevance and free text."""

from __future__ import annotations

import re

from recert.capture.transcripts.amounts import read_number
from recert.capture.transcripts.remarks import CellUnreadable
from recert.capture.transcripts.table import MOST_SIGNS
from recert.capture.transcripts.words import (
    APPROVER_WORDS,
    CATEGORY_WORDS,
    KIND_WORDS,
    NO,
    NOBODY_SAYS,
    TICKS,
    YES,
    folded,
)
from recert.rules.transcript import KINDS, CategoryUnreadable, Share, parse_category
from recert.rules.wording import N_

NOT_A_KIND = N_("found %(found)s, wanted one of %(kinds)s. Leave it empty for a course.")
NOT_YES_OR_NO = N_("found %(found)s, wanted yes, no, or nothing.")
NOT_A_CATEGORY = N_(
    "found %(found)s, wanted a category (clinical), a split in the row's own unit (clinical=2;general=1)"
    " or a choice (clinical|general)."
)
NO_AMOUNTS = N_("found %(found)s, several categories without amounts. Write clinical=2;general=1, or clinical|general.")
WHO_APPROVED = N_("found %(found)s, wanted the approver's name, such as aama. Write who approved the course.")
TOO_LONG = N_("found a text of more than %(most)s signs. Shorten it.")
NOT_PLAIN_TEXT = N_("found %(found)s, which holds a control sign. Type the text again.")
NAME = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
SEVERAL = re.compile(r";|, |,(?=\s*[^\W\d])|\n|&|\+| and | y ", re.IGNORECASE)
PART = re.compile(r"(.*?)[ =:(]+([+-]?[\d.,]+)\)?")


def read_text(text: str) -> str:
    """Read free text as one line."""
    line = " ".join(text.split())
    if len(text) > MOST_SIGNS:
        raise CellUnreadable(TOO_LONG, most=f"{MOST_SIGNS:,}")
    if any(sign < " " or "\x7f" <= sign < "\xa0" or "\ud800" <= sign <= "\udfff" for sign in line):
        raise CellUnreadable(NOT_PLAIN_TEXT)
    return line


def read_kind(text: str) -> str:
    """Read what kind of activity it was; a course where nobody says."""
    words = folded(text)
    if words in NOBODY_SAYS:
        return "course"
    if words not in KIND_WORDS:
        raise CellUnreadable(NOT_A_KIND, kinds=", ".join(KINDS))
    return KIND_WORDS[words]


def read_relevant(text: str) -> bool | None:
    """Read whether the activity bears on medical assisting; None where nobody says."""
    words = folded(text)
    if words in YES or text.strip() in TICKS:
        return True
    if words in NOBODY_SAYS:
        return None
    if words in NO:
        return False
    raise CellUnreadable(NOT_YES_OR_NO)


def read_approvers(text: str, asked: str | None = None) -> frozenset[str]:
    """Read who approved it; in a column that asks about one approver, yes means that one.

    >>> sorted(read_approvers("AAMA; ANCC")), sorted(read_approvers("x", asked="amt"))
    (['aama', 'ancc'], ['amt'])
    """
    if folded(text) in YES or text.strip() in TICKS:
        if asked is None:
            raise CellUnreadable(WHO_APPROVED)
        return frozenset({asked})
    names = [folded(part) for part in re.split(r"[;,/|&+]| and | y ", text)]
    return frozenset(_approver(name) for name in names if name not in NOBODY_SAYS and name not in NO)


def read_category(text: str) -> tuple[Share, ...]:
    """Read a category, a split or a choice, in our notation or as people write it.

    >>> read_category("Admin: 1.5, Gen. (0.5)")
    (Share(categories=('administrative',), quantity=Decimal('1.5')), Share(categories=('general',), quantity=Decimal('0.5')))

    :raises CellUnreadable: when it is none of these.
    """
    if folded(text) in NOBODY_SAYS:
        return ()
    pieces = [_part(piece) for piece in SEVERAL.split(text) if piece.strip()]
    if len(pieces) > 1 and not all("=" in piece for piece in pieces):
        raise CellUnreadable(NO_AMOUNTS)
    try:
        return parse_category(";".join(pieces))
    except CategoryUnreadable:
        raise CellUnreadable(NOT_A_CATEGORY) from None


def _approver(words: str) -> str:
    name = APPROVER_WORDS.get(words) or words.replace(" ", "_")
    return read_text(name)[:100]


def _part(text: str) -> str:
    """Bring `Admin.: 1,5` to `administrative=1.5`, and `Clin / Gen` to `clinical|general`."""
    amount = PART.fullmatch(text.strip())
    if "=" in text and amount is None:
        raise CellUnreadable(NOT_A_CATEGORY)
    names = re.split(r"\||/| or | o ", amount[1] if amount else text.strip())
    written = "|".join(dict.fromkeys(_category(name) for name in names))
    return f"{written}={read_number(amount[2])}" if amount else written


def _category(name: str) -> str:
    words = folded(name)
    slug = CATEGORY_WORDS.get(words) or words.replace(" ", "_")
    if not NAME.fullmatch(slug) or len(slug) > 60 or slug.isdigit():
        raise CellUnreadable(NOT_A_CATEGORY)
    return slug
