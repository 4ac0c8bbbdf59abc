"""Fit the weights of titles to the practice layouts: tell how they do on layouts left out, and keep them in the reader."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.draw import drawn
from evaluation.fit import Example, fitted, left_out
from evaluation.score import is_right
from evaluation.truth import CERTIFICATES, Entry, Paper, papers
from recert.capture.certificates import title_weights
from recert.capture.certificates.entry import read_paper
from recert.capture.certificates.paper import Paper as Page
from recert.capture.certificates.parts import copies_of, parts_of
from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.title import LIKELY, may_be_a_part, titles_on, weighed

WEIGHTS = Path(title_weights.__file__)
THRESHOLDS = (0.7, 0.8, LIKELY, 0.9, 0.95)
HEAD = '"""What speaks for a text being the title of its page, and against it: fitted by `python -m evaluation.weights`."""'


def main(arguments: list[str] | None = None) -> None:
    """Read, try on what was left out, print, and keep what is fitted to the whole part."""
    asked = _asked(arguments)
    examples = [
        one
        for paper in papers("develop")
        if not asked.layout or paper.layout in asked.layout
        for one in examples_of(paper, drawn(paper, "clean"))
    ]
    print("\n".join(told(examples)))
    if not asked.layout:
        WEIGHTS.write_text(document(fitted(examples)), encoding="utf-8")


def examples_of(paper: Paper, file: Path) -> Iterator[Example]:
    """Every certificate on the pages of a file that have a text layer, as the reader takes them apart."""
    if file.suffix != ".pdf":
        return
    pdf = Pdf(file.read_bytes(), file.name)
    for number in range(1, pdf.page_count + 1):
        page, entries = pdf.page(number), [one for one in paper.entries if one.page == number]
        certificates = [one for one in entries if one.kind in CERTIFICATES]
        if certificates and (words := page.words()):
            whole = Page(words, page.width, page.height, number)
            yield from _examples(paper.layout, whole, certificates)


def told(examples: Sequence[Example]) -> Iterator[str]:
    """How many titles of layouts left out of the fitting were right, and of how many we would have been sure."""
    tried = [_tried(one, weights) for one, weights in left_out(examples)]
    yield f"{len(tried)} certificates, right {_share([right for _, right, _ in tried])}"
    for least in THRESHOLDS:
        sure = [right for likely, right, part in tried if likely >= least and not part]
        yield f"  at {least} sure of {len(sure)}, right {_share(sure)}"


def document(weights: Mapping[str, float]) -> str:
    """The module that holds the weights."""
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    return f"{HEAD}\n\nfrom __future__ import annotations\n\nWEIGHTS = {{\n{lines}}}\n"


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.weights", description=__doc__)
    parser.add_argument("--layout", action="append", help="this layout alone (more than once for several)")
    return parser.parse_args(arguments)


def _examples(layout: str, page: Page, entries: Sequence[Entry]) -> Iterator[Example]:
    answers = [answer for entry in entries for answer in entry.answers("title")]
    for part in _parts(page, len(entries)):
        read = read_paper(part)
        holder = read.fields.get("holder")
        found = tuple(titles_on(part, read.kind, holder.value if holder else ""))
        if found and read.kind in CERTIFICATES:
            yield Example(layout, found, tuple(is_right("title", one.text, answers) for one in found))


def _parts(page: Page, count: int) -> Sequence[Page]:
    """A page with so many certificates, taken apart where it can be."""
    ways = (list(way) for way in (*copies_of(page), *parts_of(page)))
    return [page] if count == 1 else next((way for way in ways if len(way) == count), [page])


def _tried(example: Example, weights: Mapping[str, float]) -> tuple[float, bool, bool]:
    """How likely the likeliest title is, whether it is right, and whether it may be only a part."""
    best, likely = weighed(example.found, weights)[0]
    return likely, example.right[example.found.index(best)], may_be_a_part(best)


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right)} ({100 * sum(right) / max(1, len(right)):.1f} %)"


if __name__ == "__main__":
    main()
