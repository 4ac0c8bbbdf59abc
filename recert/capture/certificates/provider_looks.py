"""Every text of a page that may be the provider's name: what words make out to be it, and every line and part of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recert.capture.certificates.evidence import Candidate
from recert.capture.certificates.holder import OFFICE
from recert.capture.certificates.names import is_headed_as_organisation
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.plain import plain
from recert.capture.certificates.provider_evidence import AND, ROLE, Names, evidence
from recert.capture.certificates.provider_text import cleaned, cleaned_name
from recert.capture.certificates.ranking import Found
from recert.capture.certificates.said import follow, signs_of, stands_on
from recert.capture.certificates.title_lines import Run

PARTED = re.compile(r"\s[·•|–—-]\s|\s/\s")
"""What parts one name or fact of a line from the next."""
OFFICE_OF = re.compile(r"[^,]{4,40}, (?=[A-Z])")
SIGNS = re.compile(rf"{OFFICE.pattern}|committee")
"""What somebody who signs is, before the name of whom they sign for."""
GOES_ON = re.compile(r"\n(?:(?:of|for|and|de|del|y|&) )*[A-Z][\w'’-]*(?:(?: of| for| and| de| y| &)? [A-Z][\w'’-]*)*")
VENUE = re.compile(r"(?:where|location|place|venue|site address|address|lugar|sede|direccion)(?: of .*)?\s*:?")
"""What names a field whose value says where something was held."""
MOST_LINES = 3
LONGEST = 120


def every_name(page: Names, said: Sequence[Candidate]) -> Iterator[Found]:
    """What words make out to be the provider, as it stands and with the line below, then lines that may be it."""
    signs = signs_of(said)
    for one in said:
        yield from _said(page, one, signs)
    for run in page.lines.runs():
        if len(run) <= MOST_LINES:
            yield from _of_lines(page, run, signs)


def _said(page: Names, one: Candidate, signs: dict[str, set[str]]) -> Iterator[Found]:
    run, place = stands_on(page.paper, one.span)
    yield _made(page, one.text, one.span, run, place | signs[plain(one.text)])
    if place == {"said", "begins amid line"} and (longer := _with_next_line(page.paper, one)):
        known = {*place, "over the line's end"}
        yield _made(page, *longer, run, known | set(_shared(plain(longer[0]), signs)))


def _with_next_line(paper: Paper, one: Candidate) -> tuple[str, Span] | None:
    """A name with what the next line of its paragraph begins with, to where a name can end."""
    end = one.span.end
    while paper.text[end : end + 1] in (" ", ",", "."):
        end += 1
    following = GOES_ON.match(paper.text, end)
    if following is None or paper.text[end - 1] in ".,":
        return None
    span = Span(one.span.start, following.end())
    longer = cleaned(paper, span)
    return longer if longer and longer[0].startswith(one.text) and longer[0] != one.text else None


def _of_lines(page: Names, run: Run, signs: dict[str, set[str]]) -> Iterator[Found]:
    """The name on these lines; on a single line also each of the parts that signs part."""
    paper = page.paper
    spans = [paper.span_of(piece) for piece in run]
    text = " ".join(piece.text for piece in run)
    left, in_a_table = paper.before(run[0]), len(paper.row_of(run[0])) > 2
    if len(text) > LONGEST or (in_a_table and " " not in text) or (left and VENUE.fullmatch(plain(left.text))):
        return
    for start, part in _parts(text):
        name = cleaned_name(part)
        if not name:
            continue
        whole = plain(name).strip(".") == plain(part).strip(" .,;")
        known = {"line", *_shared(plain(name), signs), *(() if whole else ("cut out",))}
        yield _made(page, name, _span(paper, spans, start, name), run, known | ({"a part"} if part != text else set()))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """A line, and the parts of it that may be a name, each with where it begins."""
    if (lead := OFFICE_OF.match(text)) and SIGNS.search(plain(lead.group())):
        yield lead.end(), text[lead.end() :]
    if (role := ROLE.match(plain(text))) and is_headed_as_organisation(text[role.end() :]):
        yield role.end(), text[role.end() :]
    both = AND.search(text)
    if both and is_headed_as_organisation(text[: both.start()]) and is_headed_as_organisation(text[both.end() :]):
        yield 0, text[: both.start()]
        yield both.end(), text[both.end() :]
    starts = [0, *(match.end() for match in PARTED.finditer(text))]
    ends = [*(match.start() for match in PARTED.finditer(text)), len(text)]
    yield 0, text
    if len(starts) > 1:
        yield from ((start, text[start:end]) for start, end in zip(starts, ends, strict=True))


def _span(paper: Paper, spans: Sequence[Span], start: int, name: str) -> Span:
    """Where a name stands that was found on lines, which need not follow one another in the running text."""
    in_a_row = follow(spans)
    place = max(
        paper.text.find(name.split(maxsplit=1)[0], spans[0].start + (start if in_a_row else 0), spans[0].end),
        spans[0].start,
    )
    return Span(place, spans[-1].end if in_a_row else spans[0].end)


def _made(page: Names, text: str, span: Span, run: Run, known: set[str]) -> Found:
    return Found(text, span, run, frozenset({*evidence(page, text, run), *known}))


def _shared(text: str, signs: dict[str, set[str]]) -> Iterator[str]:
    """What words say of a line, or of a part of it."""
    for other, names in signs.items():
        if other == text:
            yield from names
        elif text.startswith(other):
            yield from (f"goes on {name.split()[0]}" for name in names)
        elif other in text:
            yield from (f"holds {name.split()[0]}" for name in names)
        elif text in other:
            yield from (f"within {name.split()[0]}" for name in names)
