"""What can be seen on the picture of a page: by the quick reader, and by the patient one where that leaves doubts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from time import monotonic

from PIL import Image

from recert.capture.certificates.codes import links_on
from recert.capture.certificates.compare import (
    agreed,
    alone,
    confirmed,
    doubted,
    may_have_lost_a_point,
    says_enough,
    was_seen,
)
from recert.capture.certificates.entry import read_page
from recert.capture.certificates.look import Seen, closer_look, patient_look, patient_reader_in_reserve, quick_look
from recert.capture.certificates.page import PageRead
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.points import with_points_asked
from recert.capture.certificates.questions import about
from recert.capture.certificates.reading import SURE, Box, Entry
from recert.capture.certificates.words import Word

MOST_DOUBTFUL = 0.35
"""With more of its letters in doubtful lines a page is read again as a whole."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a page, and what it said."""

    seen: Seen
    paper: Paper
    entries: Sequence[Entry]

    @property
    def may_be_settled(self) -> bool:
        """Whether the page was read well as a whole; only the patient reader sees accents."""
        return self.seen.is_clear and not self.paper.is_spanish

    def will_do(self, *, amounts_twice: bool = False) -> bool:
        """Whether no other look could see anything that matters better."""
        enough = self.seen.is_plain or says_enough(self.entries)
        return self.may_be_settled and enough and was_seen(self.entries, amounts_twice=amounts_twice)

    def told(self, entries: Sequence[Entry]) -> PageRead:
        entries = [with_points_asked(self.seen.picture, self.seen.words, entry) for entry in entries]
        return PageRead(entries, self.paper.text, self.seen.turns)


def seen_on(photo: Image.Image, number: int, until: float = float("inf")) -> PageRead:
    """The certificates that a photo or a scan shows; after `until`, without patience, doubts are left to the holder."""
    links = links_on(photo)
    with patient_reader_in_reserve():
        quick = _look(quick_look(photo), number, links)
    if quick.will_do():
        return quick.told(alone(quick.entries))
    if monotonic() >= until:
        return _asked(quick)
    if lines := _doubtful(quick):
        closer = _look(closer_look(quick.seen, lines), number, links)
        if closer.will_do(amounts_twice=True) and confirmed(quick.entries, closer.entries):
            return closer.told(alone(agreed(quick.entries, closer.entries)))
    if (seen := patient_look(quick.seen)) is None:
        return _asked(quick)
    patient = _look(seen, number, links)
    return patient.told(agreed(quick.entries, patient.entries))


def _look(seen: Seen, number: int, links: tuple[str, ...]) -> Look:
    paper = Paper(seen.words, *seen.picture.size, number, links=links)
    return Look(seen, paper, read_page(paper))


def _asked(look: Look) -> PageRead:
    """What was seen as questions; that a page is no certificate is asked as well, when it may only not have been seen."""
    return look.told([_unless_seen(look.paper, entry) for entry in doubted(look.entries)])


def _unless_seen(paper: Paper, entry: Entry) -> Entry:
    if entry.kind != "not_a_certificate":
        return entry
    return replace(entry, kind="course", questions=(*entry.questions, *about(paper, "course", entry.fields)))


def _doubtful(look: Look) -> Sequence[Sequence[Word]]:
    """The lines with words that were hard to see, or with an amount to be seen twice; none where that is most of a page."""
    if not look.may_be_settled:
        return []
    amounts = [entry.fields["quantity"].box for entry in look.entries if may_have_lost_a_point(entry)]
    lines = [
        piece.words
        for piece in look.paper.pieces
        if any(word.confidence < SURE for word in piece.words) or _holds(look.paper.box(piece.words), amounts)
    ]
    letters, whole = (sum(len(word.text) for word in words) for words in (chain.from_iterable(lines), look.seen.words))
    return lines if letters <= MOST_DOUBTFUL * whole else []


def _holds(line: Box, boxes: Sequence[Box]) -> bool:
    """Whether a line holds one of these places."""
    return any(line[0] <= one[0] <= line[2] and line[1] <= (one[1] + one[3]) / 2 <= line[3] for one in boxes)
