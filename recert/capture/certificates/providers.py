"""Every name that words of a paper make out to be the provider: labels, "provided by", "certifies that"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from recert.capture.certificates.columns import are_names, cell_under
from recert.capture.certificates.evidence import Candidate
from recert.capture.certificates.names import is_headed_as_organisation, organisation, person
from recert.capture.certificates.paper import Labelled, Paper, Span
from recert.capture.certificates.phrases import pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.provider_text import (
    LEGAL,
    SHORT,
    cleaned,
    cleaned_name,
    is_approver,
    is_department,
    is_signature,
    name_before,
    name_from,
)
from recert.capture.certificates.words import Piece

BY = pattern(
    r"""
    (?<!class\s)(?<!training\s)given by
    (?:jointly |co-?)?(?:provided|presented|offered|sponsored|hosted|produced|delivered|organi[sz]ed|issued|taught|administered|coordinated|developed and presented)(?: \w+)?(?: and (?:provided|presented|offered|sponsored|awarded|developed))? by
    (?:impartid|ofrecid|organizad|auspiciad|patrocinad|dictad|presentad|realizad|emitid|otorgad)[oa](?: en linea)? por(?: el| la)?""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])\s*:?",
)
CONDUCTED = pattern(
    r"conducted by|class (?:held|taught|given) by|training (?:given|held) by",
    before=r"(?<![a-z])",
    after=r"(?![a-z])\s*:?",
)
FROM = pattern(
    r"(?:hours?|credits?|ceus?|units?|points?) (?:awarded |earned )?(?:from|by|through)|(?<=\n)by(?: the)?|course (?:of|from)|accredited through",
    before=r"(?<![a-z])",
    after=r"(?![a-z])\s*:?",
)
PLACE = pattern(r"(?:given|held|offered|taught) at", before=r"(?<![a-z])", after=r"(?![a-z])\s*:?")
LABEL = pattern(
    r"""
    (?:(?:approved |ce |accredited |course |training |education(?:al)? |program |activity |learning )?(?:provider|vendor|sponsor|organi[sz]ation|issuer|school|institution|publisher)|training (?:center|centre|school|site|organization|company)|host)(?:'?s)?(?: name)?(?:/sponsor)?(?: name)?
    (?:host |local )?chapter(?: name)?
    (?:name of (?:the )?)?(?:sponsoring|hosting|offering|accredited) (?:organi[sz]ation|agency|institution|company|provider)
    name of (?:the )?(?:provider|sponsor|organi[sz]ation|school|institution)|provided by|presented by|offered by|sponsored by|issued by|organization name|agency|company|issuing organi[sz]ation
    (?:nombre del )?(?:proveedor|patrocinador|organizador|emisor)|entidad(?: \w+)?|otorga(?:do por)?|emitido por|centro de (?:adiestramiento|capacitacion|entrenamiento|formacion)|institucion|impartido por|ofrecido por|organizado por""",
    after=r"(?![a-z])",
)
SENDER = pattern("from|sender|de|remitente", after=r" ?(?=:|$)")
OF_AN_APPROVAL = re.compile(r"\b(?:approved|accredited|recognized|aprobad[oa])(?! provider)(?!\s+as)\b[^,;]*$")
CERTIFIES = re.compile(
    r"(?<![a-z])(?<!\bse )(?:(?:does )?(?:hereby |proudly )?(?:certifies|certify|awards|confers|grants|bestows|presents|recogni[sz]es|acknowledges|confirms|verifies|attests|declares)|(?:por la presente )?(?:certifica|otorga|hace constar|concede|confiere|entrega|reconoce|acredita))(?![a-z])"
)
ACCREDITED = re.compile(
    r"(?<![a-z])is\s+an?\s+(?:\w+\s+){0,2}provider\s+(?:approved|accredited|recogni[sz]ed)|"
    r"(?<![a-z])(?:is|are|has been|was|esta)\s+(?:an?\s+)?(?:jointly\s+)?(?:approved|accredited|authori[sz]ed|recogni[sz]ed|solely\s+responsible|acreditad[oa]|autorizad[oa]|aprobad[oa])\s*(?:as\s+an?\s+|with\s+|by\s+|por\s+|como\s+|provider|to\s+|for\s+)"
)
DESIGNATES = re.compile(r"(?<![a-z])(?:designates\s+this|complies\s+with\s+the\s+ansi)(?![a-z])")
GRANTS = re.compile(
    r"[^.;]{0,30}?\b(?:educational grant|grants?|donations?|donativos?|donacion\w*|subvencion\w*|sponsorship|patrocinio|unrestricted|gifts?)\b"
)
GRANTOR, A_PERSON, ALIKE, FROM_IT, JOINTLY = 0.3, 0.35, 0.7, 0.7, 0.75
TOLERANCE = 2
"""By so many heights of its writing a value may begin further left than the title of its column."""
WHERE = {"beside": 0.95, "under": 0.92, "over": 0.8}
AFTER = {"by": (BY, 0.95), "conducted": (CONDUCTED, 0.6), "from": (FROM, 0.78), "at": (PLACE, 0.75)}
BEFORE = {"certifies": (CERTIFIES, 0.9), "accredited": (ACCREDITED, 0.88), "designates": (DESIGNATES, 0.86)}
"""Words after and before which a provider is named, and how sure a name is there."""


def said_providers(paper: Paper) -> Iterator[Candidate]:
    """Every such name, with how sure such words are."""
    yield from (_in_full(paper, one) for one in _said(paper))


def _said(paper: Paper) -> Iterator[Candidate]:
    yield from _labelled(paper)
    yield from _senders(paper)
    for sign, (words, sure) in AFTER.items():
        yield from after(paper, words, sure, sign)
    for sign, (words, sure) in BEFORE.items():
        for match in paper.find(words):
            if found := name_before(paper, match.start()):
                if match.group().endswith("certify"):  # several do
                    yield from _each(paper, Candidate(*found, sure, sign), jointly=True)
                elif is_department(found[0]):
                    yield Candidate(*found, 0.5, "department")
                else:
                    yield Candidate(*found, sure - (0 if organisation(found[0]) else 0.15), sign)


def _in_full(paper: Paper, found: Candidate) -> Candidate:
    """The whole name of an organisation that a sentence calls by one word of it: "The Society", "The Union"."""
    if " " in found.text or not SHORT.fullmatch(plain(found.text)):
        return found
    word = re.escape(found.text)
    whole = re.search(
        rf"(?:[A-Z][\w'’.&-]*(?: of| for| de)?[ ]){{1,6}}{word}\b|\b{word} (?:of|for|de) (?:the )?[A-Z][^\n,.;(]+",
        paper.text,
    )
    if whole is None:
        return replace(found, sure=min(found.sure, GRANTOR))
    text = re.sub(r"^(?:The|This|Our) ", "", whole.group())
    if " " not in text:
        return replace(found, sure=min(found.sure, GRANTOR))
    return Candidate(text, Span(whole.end() - len(text), whole.end()), JOINTLY, found.sign)


def after(paper: Paper, words: re.Pattern[str], sure: float, sign: str) -> Iterator[Candidate]:
    """The names after such words."""
    for match in paper.find(words):
        if OF_AN_APPROVAL.search(paper.sentence_at(match.start()).partition(match.group())[0]):
            continue  # "approved for one hour by" somebody
        if found := name_from(paper, _value_start(paper, match)):
            known, human = organisation(found[0]), person(found[0])
            likely = sure if known else A_PERSON if human else min(sure, 0.82)
            if GRANTS.search(paper.folded, found[1].end, found[1].end + 60):
                likely = GRANTOR  # who pays for it does not offer it
            elif sign == "at" and not known:
                likely = GRANTOR  # a town
            yield from _each(paper, Candidate(*found, likely, sign), "joint" in match.group())


def _value_start(paper: Paper, words: re.Match[str]) -> int:
    """Where a name after such words begins: beside them where they stand in a column of names of fields."""
    piece = paper.piece_at(words.start())
    alone = not paper.folded[words.end() : paper.span_of(piece).end].strip(" :")
    under, beside = paper.under(piece), paper.beside(piece)
    return paper.span_of(beside).start if alone and beside and under and are_names(paper, piece, under) else words.end()


def _each(paper: Paper, found: Candidate, jointly: bool) -> Iterator[Candidate]:
    """Each of two organisations that offered it together: which of them is meant is asked."""
    one, both, other = found.text.partition(" and ")
    other = other.removeprefix("the ")
    apart = jointly or (" and the " in found.text and paper.times(found.text) < 2)
    is_one = organisation if jointly else is_headed_as_organisation
    names = [name for name in (one, other) if is_one(name) and " " in name.strip()]
    if not (both and apart and len(names) == 2 and not is_department(other)):
        yield found
        return
    for name in names:
        start = paper.text.find(name.split()[0], found.span.start, found.span.end + len(found.text))
        span = Span(max(start, found.span.start), found.span.end)
        yield replace(found, text=name, span=span, sure=min(found.sure, JOINTLY))


def _senders(paper: Paper) -> Iterator[Candidate]:
    """The organisation that an e-mail is from."""
    for line in paper.labelled(SENDER):
        beside = paper.beside(line.piece)
        start = line.value.start if not line.is_alone else paper.span_of(beside).start if beside else None
        found = name_from(paper, start) if start is not None else None
        if found and organisation(found[0]) and not is_signature(found[0]):
            yield Candidate(*found, FROM_IT, "sender")


def _labelled(paper: Paper) -> Iterator[Candidate]:
    for line in paper.labelled(LABEL):
        if line.is_alone:
            yield from islice(_beside_label(paper, line), 1)
        elif line.marked and (found := name_from(paper, line.value.start, to=line.value.end)):
            yield Candidate(*found, _likely(line, found[0], 0.96), "label")


def _likely(label: Labelled, name: str, sure: float) -> float:
    """How likely a value is the provider: people present and teach, and seldom are one."""
    taught = label.name.endswith((" by", " por"))
    return sure if not person(name) else A_PERSON if taught else min(sure, ALIKE)


def _beside_label(paper: Paper, line: Labelled) -> Iterator[Candidate]:
    label = line.piece
    for other, where in paper.values_of(label):
        if where != "beside" and are_names(paper, label, other):
            continue
        found = _whole(paper, other) if where == "beside" else name_from(paper, paper.span_of(other).start)
        if other.left < label.left - TOLERANCE * label.height and where == "under":
            found = _in_its_column(paper, label)
        if found and not is_approver(found[0]):
            sure = WHERE[where] - (0 if organisation(found[0]) else 0.08)
            yield Candidate(*found, _likely(line, found[0], sure), "label")


def _in_its_column(paper: Paper, label: Piece) -> tuple[str, Span] | None:
    """The name in the cell under a column's title, where the row is set so close that it is one line."""
    cell = cell_under(paper, Labelled(label, label.text, Span(0, 0), marked=False))
    return cleaned(paper, cell) if cell else None


def _whole(paper: Paper, value: Piece) -> tuple[str, Span] | None:
    """A name beside its label that may go on right under itself, in the same writing and with nothing to name it."""
    span, rest = paper.span_of(value), paper.under(value, 0.9)
    found = name_from(paper, span.start)
    if rest is None or not _goes_on_in(paper, value, rest) or (found and LEGAL.search(found[0])):
        return found
    name = cleaned_name(f"{value.text} {rest.text}")
    return (name, span) if name and organisation(name) and name.startswith(value.text) else found


def _goes_on_in(paper: Paper, value: Piece, rest: Piece) -> bool:
    before = paper.before(rest)
    label = paper.before(value)
    named = before is not None and label is not None and abs(before.left - label.left) < label.height
    alike = abs(rest.left - value.left) < 0.3 * value.height and 0.85 < rest.height / value.height < 1.15
    return alike and not named and re.fullmatch(r"[A-Z][\w'’&. -]*", rest.text) is not None and not person(rest.text)
