"""Read a file to its last page: text where there is some, else what can be seen on its pictures."""

from __future__ import annotations

from recert.capture.certificates.entry import read_paper
from recert.capture.certificates.join import joined
from recert.capture.certificates.media import media_type_of
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.reading import Reading


def read_file(content: bytes, name: str) -> Reading:
    """Everything that a file's pages say.

    :raises CannotBeRead: when it is no PDF, photo or scan, or a damaged, locked or enormous one.
    """
    media_type = media_type_of(content, name)
    papers = _papers_of_pdf(content, name)
    entries = joined([read_paper(paper) for paper in papers])
    return Reading(file=name, media_type=media_type, page_count=len(papers), entries=tuple(entries))


def _papers_of_pdf(content: bytes, name: str) -> list[Paper]:
    pdf = Pdf(content, name)
    papers = []
    for number in range(1, pdf.page_count + 1):
        page = pdf.page(number)
        words = page.words()
        papers.append(Paper(words, page.width, page.height, number))
    return papers
