"""What the words of a paper say it is called: the name of a field, words of completion before it, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from recert.capture.certificates.evidence import Candidate
from recert.capture.certificates.names import is_headed_as_organisation
from recert.capture.certificates.paper import Labelled, Paper, Span
from recert.capture.certificates.phrases import pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.title_text import HEADING, cleaned, collected
from recert.capture.certificates.words import Piece

KIND = r"(?:(?:online|live|internet|virtual|self[- ]?study|home[- ]?study|on[- ]?demand|enduring|educational|continuing|continuous|nursing|medical|professional|education(?:al)?|development|ce|ceu|cme|cne|accredited|approved|following|interactive|learning|e-?learning|video|staff|safety|learner[- ]paced|self[- ]paced|provider[- ]directed|in-?person|classroom|recorded|journal[- ]based|knowledge[- ]based|hands-on|on-?site|\d+[- ](?:minute|hour|day|week|part)|skills|clinical|distance|web-?based|independent|half[- ]day|full[- ]day|all[- ]day|annual|required|mandatory|free|short)[ ,/-]+)*"
NOUN = r"(?:activity|activities|course|program|class|training|module|workshop|webinar|seminar|session|conference|lecture|presentation|material|event|in-?service|(?:home[- ]?)?study|offering|lesson|requirements|meeting|symposium|exam(?:ination)?|internet live course|quiz|evaluation|post-?test|instruction)"
COMPLETED = re.compile(
    (
        r"(?<![a-z])(?:(?:has|have|is|was|had) )?(?:hereby )?(?:successfully |satisfactorily |actively )*"
        r"(?:(?:met|fulfilled|satisfied) (?:all )?(?:the |of the )?requirements (?:prescribed )?(?:for|of)(?: the)?(?: (?:successful )?completion of)?|complet(?:ed|ing|ion of)|finish(?:ed|ing)|passed|received an? (?:\w+ )?grade in|participat(?:ed|ing) in|participation in|took part in|(?:was |were )?(?:an? )?(?:participant|attendee) (?:in|at|of)|(?:was |were )?present (?:at|for|during)(?: the whole of)?|in attendance at|shown (?:the )?(?:skills|competence) in|in recognition of (?:\w+ )?(?:completing|attending|completion of|participation in)|(?:participation|attendance|completion) (?:in|at|of|for)|(?:instruction|coursework|education) (?:in|on)|training (?:in|on)|demonstrat(?:ed|ing) (?:\w+ ){0,2}(?:proficiency|competenc[ey]|skills?|knowledge) in|(?:proficien(?:t|cy)|competenc[ey]) in|trained in|pass(?:ed|ing) (?:the |all )?(?:\w+ ){0,8}(?:tests?|exams?|evaluations?) of|show(?:ed|ing) (?:the )?skills of|evaluations? of the (?:course|program)|attend(?:ed|ing|ance at)|attended|viewed|taken"
        r"|(?:ha )?(?:realizado|superado|completado|finalizado|culminado|aprobado|cursado|terminado|concluido|participado en|asistido al?|acreditado|cumplido con (?:todos )?los requisitos(?: del?)?)|cumplio con (?:todos )?los requisitos(?: del?)?|por (?:acreditar|completar|aprobar|cursar|concluir)|haber (?:completado|aprobado|participado en|asistido al?|cursado|finalizado|culminado|concluido)|asistir al?|asistencia al?|participacion en|completo|aprobo|asistio al?|participo en|complete)"
        r"(?: satisfactoriamente| con exito| exitosamente| successfully)?(?: and (?:passed|completed|evaluated))?(?![a-z])"
    ).replace(" ", r"\s+")
)
FILLER = re.compile(
    (
        rf"[\s:,;\"'*-]*(?:(?:all (?:of )?)?(?:the |an? |this |our |your |one |el |la |los |las |un |una |esta |este )?(?:\d+(?:\.\d+)?[- ](?:contact |credit |clock |ce |ceu |cme )*(?:hours?|credits?|ceus?) )?(?:(?:following|siguiente) )?{KIND}(?:{NOUN}(?: {NOUN})?|(?:curso|taller|seminario|actividad|capacitacion|programa|conferencia|charla|modulo|adiestramiento)(?: (?:en linea|educativ[oa]|virtual|presencial|de (?:educacion|formacion) continua|de capacitacion|teorico[ -]practic[oa]|cort[oa]|basic[oa]|avanzad[oa]|intensiv[oa]))*))?"
        r"(?: as an? \w+)?(?: (?:en|requirements))?[\s,]*(?:(?:(?:entitled|titled|called|named|known as|titulad[oa]|denominad[oa]|llamad[oa]|sobre|of|for|in|on)(?![a-z])|:|-)[\s:,]*)*(?:the course |the activity |the program )?"
    ).replace(" ", r"\s+")
)
AT_THE = re.compile(rf"(?<![a-z])(?:at|in|for) (?:the|our) {KIND}{NOUN}[\s:,]+(?=[a-z\"])".replace(" ", r"\s+"))
BARE = re.compile(r"[\s:,]*(?:the |an? |el |la |los |las )?".replace(" ", r"\s+"))
LABEL = pattern(
    r"""
    (?:course|activity|program|event|session|class|training|presentation|module|lesson|webinar|conference|learning activity|education(?:al)? activity|ce|offering|workshop|seminar|in-?service)(?: |/)?(?:title|name|titles|topic)(?:\(s\))?
    (?:course|activity|program|class|module|session) (?:numbers?|no\.?|ids?|codes?|#)(?: and | & |/| / )(?:titles?|names?)|(?:course|activity|program|class) (?:titles?|names?)(?: and | & |/| / )(?:numbers?|no\.?|ids?|codes?)
    (?:title|name)(?: of (?:the )?(?:course|activity|program|event|session|class|training|presentation|continuing education activity|offering|learning activity|educational activity))?(?<!name)
    name of (?:the )?(?:course|activity|program|event|session|class|training|presentation|offering|continuing education activity)
    (?:course|activity|program|event|session|class|training|topic|subject|qualification|webinar|module|workshop|seminar|presentation|lecture|talk|quiz|course/activity|course completed|completed course|achievement|badge)(?:\(s\))?(?=\s*:)
    topic|subject|item|qualification|course|activity|training|workshop|webinar|module|class|lesson|lecture|session|series|program|talk|studied|what|device|product|equipment|system
    (?:nombre|titulo) (?:del|de la) (?:curso|actividad|programa|taller|seminario|capacitacion|charla|conferencia|modulo)|(?:curso|actividad(?: educativa)?|titulo|tema|taller|seminario|programa|capacitacion)(?=\s*:)|titulo|tema|charla|conferencia|seminario|taller|sesion|modulo|curso|actividad|capacitacion""",
    after=r"(?![a-z])",
)
NO_VALUE = re.compile(
    r"\s*(?:cent(?:er|re)|site|provider|director|department|date|id|no\b|number|code|hours?|complet|record|certif|staff|services?|institute|academy|program|group)"
)
FIELD_FIRST = re.compile(
    r"(?:participant|attendee|student|learner|employee|recipient|name|participated on|completed on|date|credits?|credit claimed)\s(?!.*:)"
)
NAMED_BYNOUN = re.compile(
    rf"(?<![a-z])(?:the|our|this|your|el|la) {KIND}(?:{NOUN}|curso|taller|seminario|charla|conferencia)[\s:,]+(?=[a-z0-9\"])".replace(
        " ", r"\s+"
    )
)
AT = re.compile(r"(?<![a-z])(?:at|for|during|attended|joined) (?:the|our) (?=[a-z0-9])".replace(" ", r"\s+"))
TITLED = re.compile(r"(?<![a-z])(?:entitled|titled|titulad[oa]|denominad[oa])[\s:,]*")
LISTED = re.compile(rf"{NOUN}\s+(?:listed|named|shown|described)\s+below\s*:\s*\n+")
QUOTED = re.compile(r"(?<![\w\"])\"(?P<quoted>[^\"]{6,160} [^\"]{2,80})\"(?!\w)")
IN_QUOTES = re.compile(r"[^\".;:\n]{0,60}:?\s*\"(?P<quoted>[^\"]{4,200})\"")
IN_A_LABEL = re.compile(r" ?[:/!]|\.\s|[ \n]*\n\n? ?/")
"""What follows the name of a field: "Completed: May 3", "Completed / Terminado"."""
GOES_ON = re.compile(r"(?:\bof|\bin|\w+ing|\bat)$")
"""Words that only a title can follow, after a colon, too: "for the completion of: Wound Care"."""
OWNER = re.compile(r"(?:[a-z][\w'’-]* ){1,3}(?=[A-Z0-9])")
DONE_BY = re.compile(r"(?:was|were|is|has\s+been)\s+(?:successfully\s+)?(?:completed|attended|taken)\s+by(?![a-z])")
NAMED = re.compile(rf"{NOUN}|curso|taller|titl|titul|seminario|actividad|capacit|programa|charla")
SMALL_LETTERS = re.compile(
    r"[ ,]*(?:(?:[a-z(][\w'’()/-]*|[A-Z]{2,5}),?[ ]){0,9}(?!by\b|from\b|at\b|with\b|to\b|and\b|por\b|below\b|on\b|below\b|above\b)[a-z][\w'’)-]*:?[ ]*\n+(?:the |el |la )?(?=[\"“«'A-Z0-9#])"
)
"""The rest of a line in small letters only: it leads up to what is written below it."""
LETTER = re.compile(
    r"(?:^|\n)(?:(?:from|to|re|sent|memo(?:randum)?)(?::|\s*\n)|dear |to whom it may|sincerely|respectfully|(?:kind|best) regards)"
)
TOPIC = re.compile(
    r"\b(?:training|education|safety|care|health|management|practice|essentials|introduction|update|review|basics|skills|laborator\w+|nursing|medicine|pharmac\w+|support)\b"
)
COLUMN = re.compile(r"(?:course )?(?:name|title|description)")
THINGS = ("device", "product", "equipment", "system")
WORDY = 6
THING = 0.25
"""By how much less likely a thing somebody was trained on is the title."""
OF_SEVERAL = 0.35
"""How often the first row of a table is the title of the whole."""
WHERE = {"beside": 0.96, "under": 0.93, "over": 0.84}


def said_titles(paper: Paper) -> Iterator[Candidate]:
    """Every text that words make out to be the title, with how sure such words are."""
    for text, span, sure in _labelled(paper):
        yield Candidate(text, span, sure, "label")
    for match in paper.find(COMPLETED):
        for text, span, sure in _after(paper, match.end()):
            yield Candidate(text, span, _less_where_unlikely(text, sure), "completed")
    yield from _by_other_words(paper)


def _by_other_words(paper: Paper) -> Iterator[Candidate]:
    """The title after "entitled" or "at the", before "was attended by", or in quotation marks."""
    found = [
        *((collected(paper, one.end()), 0.7, "at") for one in paper.find(AT_THE) if paper.text[one.end()].isupper()),
        *(
            (collected(paper, one.end()), 0.7, "noun")
            for one in paper.find(NAMED_BYNOUN)
            if paper.text[one.end()].isupper()
        ),
        *((collected(paper, one.end()), 0.5, "event") for one in paper.find(AT) if _in_a_sentence(paper, one)),
        *((collected(paper, one.end()), 0.95, "titled") for one in paper.find(TITLED)),
        *((collected(paper, one.end()), 0.9, "listed") for one in paper.find(LISTED)),
        *((cleaned(paper, _block_before(paper, one.start())), 0.75, "done by") for one in paper.find(DONE_BY)),
        *((cleaned(paper, Span(*one.span("quoted"))), 0.6, "quoted") for one in paper.find(QUOTED)),
    ]
    yield from (Candidate(*one, _less_where_unlikely(one[0], sure), sign) for one, sure, sign in found if one)


def _in_a_sentence(paper: Paper, found: re.Match[str]) -> bool:
    """Whether "at the" stands in a sentence, where titles write their words with capitals: "with us at the Update"."""
    before = paper.text[: found.start()].split()[-1:]
    return not paper.text[found.end()].islower() and bool(before) and before[0].islower()


def _block_before(paper: Paper, place: int) -> Span:
    """The lines that stand together before a place, as a title does before "was attended by"."""
    end = place
    while end > 0 and paper.text[end - 1] in " \n,":
        end -= 1
    return Span(max(0, paper.text.rfind("\n\n", 0, end) + 2) if "\n\n" in paper.text[:end] else 0, end)


def _less_where_unlikely(text: str, sure: float) -> float:
    """How sure a title is that looks like an organisation, or like the middle of a sentence."""
    if text[0].islower():
        return min(sure, 0.3)
    return min(sure, 0.5) if is_headed_as_organisation(text) and not TOPIC.search(plain(text)) else sure


def _after(paper: Paper, start: int) -> Iterator[tuple[str, Span, float]]:
    """The title after words of completion; a noun such as "course" before it makes us surer."""
    if IN_A_LABEL.match(paper.folded, start) and not GOES_ON.search(paper.folded[max(0, start - 12) : start]):
        return
    if quoted := IN_QUOTES.match(paper.folded, start):
        if found := cleaned(paper, Span(*quoted.span("quoted"))):
            yield *found, 0.96
        return
    filler = FILLER.match(paper.folded, start)
    assert filler is not None
    small = SMALL_LETTERS.match(paper.text, filler.end())
    begin = _below(paper, start, small.end() if small else filler.end())
    between = paper.folded[start:begin]
    named = NAMED.search(between) is not None
    if found := _from_its_capital(paper, collected(paper, begin)):
        alone = paper.text[max(0, found[1].start - 1)] in "\n#"  # a line of its own
        yield *found, _sureness(found, named=named, alone=alone, leads=small is not None)
    elif named and (bare := BARE.match(paper.folded, start)) and (found := collected(paper, bare.end())):
        yield *found, 0.6


def _from_its_capital(paper: Paper, found: tuple[str, Span] | None) -> tuple[str, Span] | None:
    """A title without the few small words that lead up to it: "the academy's 44th Assembly"."""
    small = OWNER.match(found[0]) if found else None
    if found is None or small is None:
        return found
    start = paper.text.find(found[0][small.end() :].split()[0], found[1].start)
    return cleaned(paper, Span(start, found[1].end)) if start >= 0 else found


def _below(paper: Paper, said: int, begin: int) -> int:
    """Where the title begins: what follows in the text may stand in another column, then what is below is meant."""
    lead, follows = paper.piece_at(said - 1), paper.piece_at(begin)
    under = None if lead is follows or follows.shares_columns(lead) else paper.under(lead, 4)
    return paper.span_of(under).start if under else begin


def _sureness(found: tuple[str, Span], *, named: bool, alone: bool, leads: bool) -> float:
    """How sure what follows words of completion is the title: by the noun before it, its line and its capitals."""
    if alone:
        return 0.8 if leads else 0.94 if named else 0.75
    words = [word for word in found[0].split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words) > 0.7 * len(words)
    return 0.86 if named and capitals and len(words) > 1 else 0.75 if named or capitals else 0.6


def _labelled(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    letter = paper.has(LETTER)
    for line in paper.labelled(LABEL):
        if _runs_on(paper, line.piece):
            continue
        less = 0.4 if letter and line.name == "subject" else 0.0
        found = collected(paper, line.value.start) if line.marked and not line.is_alone else None
        if found:
            yield *found, 0.97 - less
        elif bare := _without_colon(paper, line):
            yield bare
        elif line.is_alone:
            yield from ((text, span, sure - less) for text, span, sure in islice(_beside_label(paper, line), 1))


def _runs_on(paper: Paper, piece: Piece) -> bool:
    """Whether a line goes on with a sentence of the line before it: "Next renewal / class: November 2025"."""
    paragraph = paper.paragraph_of(piece)
    before = [one for one in paragraph if one.top < piece.top]
    return (
        piece.text[0].islower()
        and bool(before)
        and len(before[-1].words) > WORDY
        and not before[-1].text.endswith((".", ":", "!"))
    )


def _beside_label(paper: Paper, line: Labelled) -> Iterator[tuple[str, Span, float]]:
    if _heads_a_table(paper, line.piece):
        yield from _in_columns(paper, line.piece)
        return
    less = THING if line.name in THINGS else 0.05 if line.name in ("course", "activity") else 0
    for other, where in paper.values_of(line.piece):
        if found := collected(paper, paper.span_of(other).start):
            yield *found, WHERE[where] - less


def _in_columns(paper: Paper, head: Piece) -> Iterator[tuple[str, Span, float]]:
    """What stands under the head of a column; under "Name" beside it where that is only a number."""
    beside = paper.beside(head)
    for one in (head, beside if beside and COLUMN.fullmatch(plain(beside.text)) else None):
        below = paper.under(one, 4) if one else None
        if below and not paper.is_name_of_field(below) and (found := _in_its_column(paper, head, below)):
            less = 0.05 if COLUMN.search(plain(head.text)) is None else 0
            yield *found, OF_SEVERAL if _goes_on_below(paper, below) else WHERE["under"] - less


def _in_its_column(paper: Paper, head: Piece, value: Piece) -> tuple[str, Span] | None:
    """The title in a cell, which ends where a word begins right under the head of the next column."""
    beside, span = paper.beside(head), paper.span_of(value)
    for word in value.words[1:] if beside else ():
        place = paper.place_of(word)
        if beside and place and abs(word.left - beside.left) < 0.5 * value.height:
            return cleaned(paper, Span(span.start, place.start - 1))
    return collected(paper, span.start)


def _heads_a_table(paper: Paper, piece: Piece) -> bool:
    """Whether a name of a field is one of several short ones on a row that are no values of each other."""
    row = paper.row_of(piece)
    short = [one for one in row if len(one.words) <= 3 and not re.search(r"\d|:$", one.text)]
    return len(row) >= 3 and len(short) == len(row)


def _goes_on_below(paper: Paper, value: Piece) -> bool:
    """Whether another row of a table follows: what stands in the first one is a part of the whole."""
    below = paper.under(value)
    return (
        below is not None
        and abs(below.left - value.left) < value.height
        and len(paper.row_of(below)) >= 2
        and len(paper.row_of(value)) >= 2
    )


def _without_colon(paper: Paper, line: Labelled) -> tuple[str, Span, float] | None:
    """The title in a row "Activity Wound Care": surer where other rows that begin there have such names of fields."""
    rest = paper.text[line.value.start : line.value.end]
    whole = r" [A-Z\"“].*$" if "title" in line.name else r" [A-Z\"“][^:]*$"
    if line.marked or line.name in THINGS or not re.match(whole, rest) or HEADING.search(plain(rest.strip())):
        return None
    if NO_VALUE.match(plain(rest)):
        return None
    found = cleaned(paper, Span(line.value.start + 1, line.value.end))
    others = [
        one
        for one in paper.pieces
        if abs(one.left - line.piece.left) < line.piece.height
        and FIELD_FIRST.match(plain(one.text))
        and one is not line.piece
    ]
    return (*found, 0.86 if others else 0.5) if found else None
