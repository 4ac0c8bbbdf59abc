"""Read a file to its last page: text where there is some, else what can be seen on its pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from time import monotonic

from PIL import Image

from recert.capture.certificates.compare import says_enough
from recert.capture.certificates.entry import read_page
from recert.capture.certificates.join import joined
from recert.capture.certificates.media import PDF, media_type_of
from recert.capture.certificates.page import PageRead
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.pdf import Pdf, PdfPage
from recert.capture.certificates.picture import pictures_of
from recert.capture.certificates.reading import Reading

PATIENCE = 45
"""Seconds a file may take until pages that are hard to see are left to the holder, so that all of it is read in time."""
DRAWN = 2200
"""Pixels along the longer side of a PDF page that is looked at: 200 to the inch of a letter page."""


def read_file(content: bytes, name: str) -> Reading:
    """Everything that a file's pages say.

    :raises CannotBeRead: when it is no PDF, photo or scan, or a damaged, locked or enormous one.
    """
    media_type, until = media_type_of(content, name), monotonic() + PATIENCE
    pages = list((_pages_of_pdf if media_type == PDF else _pages_of_pictures)(content, name, until))
    texts = tuple(page.text for page in pages)
    entries = joined([entry for page in pages for entry in page.entries], texts)
    turns = tuple(page.turns for page in pages)
    return Reading(
        file=name, media_type=media_type, page_count=len(pages), entries=tuple(entries), texts=texts, turns=turns
    )


def _pages_of_pdf(content: bytes, name: str, until: float) -> Iterator[PageRead]:
    pdf = Pdf(content, name)
    for number in range(1, pdf.page_count + 1):
        yield _page_of_pdf(pdf.page(number), number, until)


def _page_of_pdf(page: PdfPage, number: int, until: float) -> PageRead:
    """The text layer, and a look at the page where that says too little and there are pictures on it."""
    words = page.words()
    paper = Paper(words, page.width, page.height, number)
    told = PageRead(read_page(paper) if words else [], paper.text)
    if words and (says_enough(told.entries) or not page.has_pictures()):
        return told
    seen = look_at(page.drawn(DRAWN), number, until)
    return told if words and not says_enough(seen.entries) else seen


def _pages_of_pictures(content: bytes, name: str, until: float) -> Iterator[PageRead]:
    for number, picture in enumerate(pictures_of(content, name), start=1):
        yield look_at(picture, number, until)


def look_at(picture: Image.Image, number: int, until: float) -> PageRead:
    """What can be seen on a page; what it takes to see is loaded only now."""
    seen: Callable[[Image.Image, int, float], PageRead] = import_module("recert.capture.certificates.sight").seen_on
    return seen(picture, number, until)
