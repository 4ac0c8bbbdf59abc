"""What can be seen on the picture of a page: by the quick reader, and by the patient one where that leaves doubts."""

from __future__ import annotations

from PIL import Image

from recert.capture.certificates.codes import links_on
from recert.capture.certificates.compare import agreed, alone, says_enough, was_seen
from recert.capture.certificates.entry import read_page
from recert.capture.certificates.look import Seen, patient_look, quick_look
from recert.capture.certificates.page import PageRead
from recert.capture.certificates.paper import Paper


def seen_on(photo: Image.Image, number: int) -> PageRead:
    """The certificates that a photo or a scan shows."""
    quick = quick_look(photo)
    links = links_on(photo)
    paper = _paper(quick, number, links)
    first = read_page(paper)
    quick_will_do = quick.is_clear and was_seen(first) and (says_enough(first) or quick.is_plain)
    if quick_will_do and not paper.is_spanish:  # only the patient reader sees accents
        return PageRead(alone(first), paper.text, quick.turns)
    patient = patient_look(quick)
    again = _paper(patient, number, links)
    return PageRead(agreed(first, read_page(again)), again.text, patient.turns)


def _paper(seen: Seen, number: int, links: tuple[str, ...]) -> Paper:
    return Paper(seen.words, *seen.picture.size, number, links=links)
