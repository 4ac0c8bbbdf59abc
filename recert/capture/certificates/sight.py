"""What can be seen on the picture of a page: by the quick reader, and by the patient one where that leaves doubts."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from recert.capture.certificates.codes import links_on
from recert.capture.certificates.compare import agreed, says_enough
from recert.capture.certificates.entry import read_page
from recert.capture.certificates.look import Seen, patient_look, quick_look
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.reading import Entry


def seen_on(photo: Image.Image, number: int) -> Sequence[Entry]:
    """The certificates that a photo or a scan shows."""
    quick = quick_look(photo)
    links = links_on(photo)
    first = read_page(_paper(quick, number, links))
    if quick.is_clear and says_enough(first):
        return first
    return agreed(first, read_page(_paper(patient_look(quick), number, links)))


def _paper(seen: Seen, number: int, links: tuple[str, ...]) -> Paper:
    return Paper(seen.words, *seen.picture.size, number, links=links)
