"""Fit what speaks for titles and providers to the practice layouts: tell how it does on layouts left out, and keep it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.draw import drawn
from evaluation.fit import Example, fitted, left_out
from evaluation.score import is_right
from evaluation.truth import CERTIFICATES, Entry, Paper, papers
from recert.capture.certificates import provider, provider_weights, title, title_weights
from recert.capture.certificates.entry import read_paper
from recert.capture.certificates.paper import Paper as Page
from recert.capture.certificates.parts import copies_of, parts_of
from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.ranking import Found, ranked, text_of
from recert.capture.certificates.reading import Entry as Reading

THRESHOLDS = (0.7, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True)
class Value:
    """A field that is ranked by weights: its texts on a page, which of them are one, and which are never sure."""

    field: str
    module: Path
    says: str
    found: Callable[[Page, Reading], Sequence[Found]]
    same: Callable[[Found], str]
    doubtful: Callable[[Found], bool]


def _said(reading: Reading, name: str) -> str:
    return reading.fields[name].value if name in reading.fields else ""


TITLE = Value(
    field="title",
    module=Path(title_weights.__file__),
    says="a text being the title of its page",
    found=lambda page, read: tuple(title.titles_on(page, read.kind, _said(read, "holder"))),
    same=text_of,
    doubtful=title.may_be_a_part,
)
PROVIDER = Value(
    field="provider",
    module=Path(provider_weights.__file__),
    says="a name being the provider's of its page",
    found=lambda page, read: provider.names_on(page, _said(read, "holder"), _said(read, "title")),
    same=provider.name_of,
    doubtful=provider.may_be_anothers,
)


def main(arguments: list[str] | None = None) -> None:
    """Read, try on what was left out, print, and keep what is fitted to the whole part."""
    asked = _asked(arguments)
    chosen = [one for one in papers("develop") if not asked.layout or one.layout in asked.layout]
    for value in (TITLE, PROVIDER):
        examples = [one for paper in chosen for one in examples_of(value, paper, drawn(paper, "clean"))]
        print("\n".join(told(value, examples)))
        if not asked.layout:
            value.module.write_text(document(value, fitted(examples)), encoding="utf-8")


def examples_of(value: Value, paper: Paper, file: Path) -> Iterator[Example]:
    """Every certificate on the pages of a file that have a text layer, as the reader takes them apart."""
    if file.suffix != ".pdf":
        return
    pdf = Pdf(file.read_bytes(), file.name)
    for number in range(1, pdf.page_count + 1):
        page, entries = pdf.page(number), [one for one in paper.entries if one.page == number]
        certificates = [one for one in entries if one.kind in CERTIFICATES]
        if certificates and (words := page.words()):
            whole = Page(words, page.width, page.height, number)
            yield from _examples(value, paper.layout, whole, certificates)


def told(value: Value, examples: Sequence[Example]) -> Iterator[str]:
    """How many values of layouts left out of the fitting were right, and of how many we would have been sure."""
    tried = [_tried(value, one, weights) for one, weights in left_out(examples)]
    yield f"{value.field}: {len(tried)} certificates, right {_share([right for _, right, _ in tried])}"
    for least in THRESHOLDS:
        sure = [right for likely, right, doubtful in tried if likely >= least and not doubtful]
        yield f"  at {least} sure of {len(sure)}, right {_share(sure)}"


def document(value: Value, weights: Mapping[str, float]) -> str:
    """The module that holds the weights."""
    head = f'"""What speaks for {value.says}, and against it: fitted by `python -m evaluation.weights`."""'
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    return f"{head}\n\nfrom __future__ import annotations\n\nWEIGHTS = {{\n{lines}}}\n"


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.weights", description=__doc__)
    parser.add_argument("--layout", action="append", help="this layout alone (more than once for several)")
    return parser.parse_args(arguments)


def _examples(value: Value, layout: str, page: Page, entries: Sequence[Entry]) -> Iterator[Example]:
    answers = [answer for entry in entries for answer in entry.answers(value.field)]
    for part in _parts(page, len(entries)):
        read = read_paper(part)
        found = tuple(value.found(part, read)) if read.kind in CERTIFICATES else ()
        if found:
            yield Example(layout, found, tuple(is_right(value.field, one.text, answers) for one in found))


def _parts(page: Page, count: int) -> Sequence[Page]:
    """A page with so many certificates, taken apart where it can be."""
    ways = (list(way) for way in (*copies_of(page), *parts_of(page)))
    return [page] if count == 1 else next((way for way in ways if len(way) == count), [page])


def _tried(value: Value, example: Example, weights: Mapping[str, float]) -> tuple[float, bool, bool]:
    """How likely the likeliest text is, whether it is right, and whether it is never sure."""
    best, likely = ranked(example.found, weights, value.same)[0]
    return likely, example.right[example.found.index(best)], value.doubtful(best)


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right)} ({100 * sum(right) / max(1, len(right)):.1f} %)"


if __name__ == "__main__":
    main()
