"""What the activity is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recert.capture.certificates.days import day_spans
from recert.capture.certificates.names import organisation, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import is_label, pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.reading import Field
from recert.capture.certificates.words import Piece

_KIND = r"(?:(?:online|live|internet|virtual|self[- ]?study|home[- ]?study|on[- ]?demand|enduring|educational|continuing|continuous|nursing|medical|professional|education(?:al)?|development|ce|ceu|cme|cne|accredited|approved|following|interactive|learning|e-?learning|video|staff|safety|learner[- ]paced|self[- ]paced|provider[- ]directed|in-?person|classroom|recorded|journal[- ]based|knowledge[- ]based|hands-on|skills|clinical|distance|web-?based|independent|half[- ]day|full[- ]day|all[- ]day|annual|required|mandatory|free|short)[ ,/-]+)*"
_NOUN = r"(?:activity|activities|course|program|class|training|module|workshop|webinar|seminar|session|conference|lecture|presentation|material|event|in-?service|(?:home[- ]?)?study|offering|lesson|requirements|meeting|symposium|exam(?:ination)?|internet live course|quiz|evaluation|post-?test|instruction)"
COMPLETED = re.compile(
    (
        r"(?<![a-z])(?:(?:has|have|is|was|had) )?(?:hereby )?(?:successfully |satisfactorily |actively )*"
        r"(?:(?:met|fulfilled|satisfied) (?:all )?(?:the |of the )?requirements (?:prescribed )?(?:for|of)(?: the)?(?: (?:successful )?completion of)?|complet(?:ed|ing|ion of)|finish(?:ed|ing)|passed|participat(?:ed|ing) in|participation in|took part in|(?:was |were )?(?:an? )?(?:participant|attendee) (?:in|at|of)|(?:was |were )?present (?:at|for|during)(?: the whole of)?|in attendance at|shown (?:the )?(?:skills|competence) in|in recognition of (?:\w+ )?(?:completing|attending|completion of|participation in)|(?:participation|attendance|completion) (?:in|at|of)|(?:instruction|coursework|education) (?:in|on)|training (?:in|on)|demonstrat(?:ed|ing) (?:\w+ ){0,2}(?:proficiency|competenc[ey]|skills?|knowledge) in|(?:proficien(?:t|cy)|competenc[ey]) in|trained in|attend(?:ed|ing|ance at)|attended|viewed|taken"
        r"|(?:ha )?(?:realizado|superado|completado|finalizado|culminado|aprobado|cursado|terminado|concluido|participado en|asistido al?)|haber (?:completado|aprobado|participado en|asistido al?|cursado|finalizado|culminado|concluido)|asistir al?|asistencia al?|participacion en|completo|aprobo|asistio al?|participo en|complete)"
        r"(?: satisfactoriamente| con exito| exitosamente| successfully)?(?: and (?:passed|completed|evaluated))?(?![a-z])"
    ).replace(" ", r"\s+")
)
FILLER = re.compile(
    (
        rf"[\s:,;\"'*-]*(?:(?:all (?:of )?)?(?:the |an? |this |our |your |one |el |la |los |las |un |una |esta |este )?(?:\d+(?:\.\d+)?[- ](?:contact |credit |clock |ce |ceu |cme )*(?:hours?|credits?|ceus?) )?(?:(?:following|siguiente) )?{_KIND}(?:{_NOUN}(?: {_NOUN})?|(?:curso|taller|seminario|actividad|capacitacion|programa|conferencia|charla|modulo|adiestramiento)(?: (?:en linea|educativ[oa]|virtual|presencial|de (?:educacion|formacion) continua|de capacitacion))*))?"
        r"(?: as an? \w+)?(?: (?:en|requirements))?[\s,]*(?:(?:(?:entitled|titled|called|named|known as|titulad[oa]|denominad[oa]|llamad[oa]|sobre|of|for|in|on)(?![a-z])|:|-)[\s:,]*)*(?:the course |the activity |the program )?"
    ).replace(" ", r"\s+")
)
AT_THE = re.compile(rf"(?<![a-z])(?:at|in|for) (?:the|our) {_KIND}{_NOUN}[\s:,]+(?=[a-z\"])".replace(" ", r"\s+"))
BARE = re.compile(r"[\s:,]*(?:the |an? |el |la |los |las )?".replace(" ", r"\s+"))
NUMBERED = re.compile(
    r"^(?i:(?:course|activity|program|module|class)?\s*(?:#|no\.?\s|number)?)\s*:?\s*#?(?=[A-Z-]*\d)(?!COVID|12-)[A-Z0-9-]*\d{3}[A-Z0-9-]{0,9}\s*(?:[-:–—|·•,]\s*|\s+(?=[A-Z\"“]))(?=\S)"
)
STOP = re.compile(
    r"\s*(?:"
    + "|".join(
        line.strip().replace(" ", r"\s+")
        for line in r"""
        \(?(?:on|held|dated)\s+\d
        (?:on|el|en)\s*$
        ,? (?:held|presented|sponsored|provided|offered|conducted|hosted|taught|given|delivered|produced|developed|jointly) (?:by|at|in|on|live|online|provided)\b
        ,? (?:and (?:has|is|was|have) |and )?(?:is |was |has been |were )?(?:hereby )?(?:awarded|earned|granted|credited|received|receives|earning)\b
        ,? for (?:a total of |up to )?[\d.]+ \w+
        ,? (?:consisting of|totaling|equivalent to|con un(?:a)? (?:valor|total|duracion)|equivalente|ofrecid|impartid|organizad|auspiciad|con una? duracion|por un total)
        [\s,(-]*\d+(?:\.\d+)?\s*\(?(?:ama pra|contact|cne|ceu|ce\b|cme|credit|hour|hr|horas|nursing|clock|point)
        \b(?:course|activity|program|approval|provider|accreditation|completion|issue|expiration)\s*(?:number|no\.|#|id\b|code|date)
        \b(?:date|fecha|contact hours?|ceus?|credits?|completed|location|lugar|instructor|hours?|duration|score)\s*:
        this (?:activity|course|program|certificate|class|training|continuing)\b
        with (?:a |the )?\d
        with (?:a |the |an )?(?:final |overall )?(?:score|grade|mark)|con una? (?:calificacion|nota)
        (?:has|have|is|was) (?:been )?(?:approved|accredited)""".strip().splitlines()
    )
    + ")"
)
LABEL = pattern(
    r"""
    (?:course|activity|program|event|session|class|training|presentation|module|lesson|webinar|conference|learning activity|education(?:al)? activity|ce|offering|workshop|seminar|in-?service)(?: |/)?(?:title|name|titles|topic)(?:\(s\))?
    (?:title|name)(?: of (?:the )?(?:course|activity|program|event|session|class|training|presentation|continuing education activity|offering|learning activity|educational activity))?(?<!name)
    name of (?:the )?(?:course|activity|program|event|session|class|training|presentation|offering|continuing education activity)
    (?:course|activity|program|event|session|class|training|topic|subject|webinar|module|workshop|seminar|presentation|course/activity|course completed|completed course|achievement|badge)(?:\(s\))?(?=\s*:)
    topic|subject|item|course|activity|training|workshop|webinar|module|class
    (?:nombre|titulo) (?:del|de la) (?:curso|actividad|programa|taller|seminario|capacitacion|charla|conferencia|modulo)|(?:curso|actividad(?: educativa)?|titulo|tema|taller|seminario|programa|capacitacion)(?=\s*:)|titulo|tema"""
)
HEADING = pattern(
    r"""
    ^not (?:shown|applicable|available|provided)|certifica(?:te|do|cion|tion)\b|of (?:completion|attendance|achievement|participation|credit)|diploma|constancia|record of|transcript|statement of|official|proof of|continuing education$
    ^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|congratulations|^you |well done|great job|!$|^(?:level|group|stage|part|module) (?:[a-z]|\d+|[ivx]+)\b|^(?:refresher|home study|self-study|online|live)$|cop(?:y|ia)$|^stub\b|^(?:course|training|program|activity|module) complete[d!]*$|^(?:annual|mandatory|required)(?: \w+){0,2} training$|^for (?:successful|complet|attend|particip)|^in recognition|\bhas\b|\bwas (?:present|in)\b|^awarded
    ^(?:is )?(?:hereby |proudly )?(?:presented|awarded) to|accredit|approved|provider|www\.|http|@|\bsignature|director|instructor|^date|expir|contact hours?|credits?|^[\W\d]*$|^\d+(?:\.\d+)? ?(?:min|h|cont|cred|ceu)|licen[cs]e|continuing education (?:certificate|credit)|ce certificate|verify|this (?:is to|certif)"""
)
CARD = pattern(
    r"""
    (?:advanced cardiovascular life support|acls)(?: provider)?
    (?:pediatric advanced life support|pals)(?: provider)?
    (?:basic life support|bls)(?: \(bls\))?(?: for healthcare providers?)?(?: provider| instructor)?
    heartsaver(?:\(r\)|®)?(?: pediatric)?(?: first aid)?(?:[ /]*(?:cpr|aed))*
    (?:(?:adult|child|infant|pediatric|and|baby)[ /,&]*)*(?:first aid|cpr|aed)(?:(?:[ /,&]|and|with|for|con)*(?:first aid|cpr|aed|adult|child|infant|pediatric|healthcare providers?|professional rescuers?|the professional rescuer))*
    (?:primeros auxilios|rcp|dea)(?:(?:[ /,&]|y|con)*(?:primeros auxilios|rcp|dea))*|soporte vital basico(?: \(?(?:svb|bls)\)?)?"""
)


NO_VALUE = re.compile(
    r"\s*(?:cent(?:er|re)|site|provider|director|department|date|id|no\b|number|code|hours?|complet|record|certif|staff|services?|institute|academy|program|group)"
)
FIELD_FIRST = re.compile(
    r"(?:participant|attendee|student|learner|employee|recipient|name|participated on|completed on|date|credits?|credit claimed)\s(?!.*:)"
)
WHERE = {"beside": 0.96, "under": 0.93, "over": 0.84}
KIND_LAST = re.compile(
    r"\s*\((?:(?:an? )?(?:enduring|live|internet|online|journal|webinar|virtual|in-?person|self|home|on-?demand|recorded|regularly)[- \w]*)\)$",
    re.IGNORECASE,
)
KIND_FIRST = re.compile(
    r"^(?:enduring material|internet live(?: activity| course)?|live (?:activity|webinar)|learner[- ]paced(?: activity)?|self[- ]paced(?: course)?|home study(?: course)?|online course|webinar|workshop|self-study)\s*[-:–—]\s*",
    re.IGNORECASE,
)
GROUP = re.compile(r"[\s,(–—-]+(?:group|stage|grupo|etapa)\s+(?:[A-Z]|\d+|[IVX]+)\b.*$", re.IGNORECASE)
ODD = re.compile(
    r"\b(?:certif(?:y|ies|ied that)|certificate|contact hours?|credits?|awarded|presented|provider (?:number|approved)|approved by|accredited|completed|hereby|has|www|licen[sc]e (?:number|no|#)|director|signature|issued|expir\w+|\d{1,2}/\d{1,2}/\d{2,4}|the (?:above|following))\b|@|\|"
)
NO_TITLE = re.compile(r"(?:prof|dra?|mr|mrs|ms|sra?|lic)\.\s")
LEADING = re.compile(r"(?:for|in|on|por|en|about)\s+(?=[A-Z0-9\"“])")
LEADS_UP = re.compile(
    r"(?:\b(?:for|in|on|of|titled|entitled|course|activity|class|training|webinar|program|completed|completing|attended|attending|passed|en|de|sobre|curso|taller))\s*$"
)
LEGAL = re.compile(
    r"\b(?:inc|llc|ltd|university|college|institute|academy|association|society|foundation|hospital|school)\b\.?$"
)
NEXT_LABEL = re.compile(r"\n(?P<label>[a-z][\w()/.# ]{1,32}):(?=\s)")
ARTICLE = re.compile(r"^(?:the|an?|el|la|los|las|un|una) (?=[A-Z0-9])")
GENERIC = re.compile(
    r"(?:the |this |an? |following |\w+ study |online )*(?:course|activity|program|training|class|webinar|session|module|exam|examination|quiz|test|evaluation|assessment|requirements?)s?(?: listed)?(?: below)?"
)
TRAILING = re.compile(
    r"(?:(?:\s|,|\(|-)+(?:on|held|dated|from|el|el dia|los dias|a los|this|given|issued|awarded|earned|presented|celebrad[oa]|realizad[oa]"
    r"|impartid[oa]|taken|completed|date|by|(?:mon|tues|wednes|thurs|fri|satur|sun)day|credit|credits))*[\s,(:-]*$"
)


def title_of(paper: Paper, kind: str, holder: str) -> Field | None:
    """The title, and how sure we are of it."""
    named = [one for one in _labelled(paper) if CARD.search(plain(one[0])) and one[2] >= 0.95]
    if kind == "cpr_card" and not named and (card := _card_title(paper)):
        return card
    found = named or [(text, span, sure) for text, span, sure in _candidates(paper) if text.lower() != holder.lower()]
    looks = _by_its_looks(paper, holder) if found and all(text[0].islower() for text, _, _ in found) else None
    if looks:
        return looks
    if found:
        text, span, sure = max(found, key=lambda one: one[2] - (0.3 if _is_odd(one[0]) else 0))
        return paper.field(text, span, 0.6 if _is_odd(text) else sure)
    return _by_its_looks(paper, holder)


def _is_odd(text: str) -> bool:
    """Whether a title holds words that titles seldom do: more of the paper may have got into it, or less."""
    return len(text) > 130 or text[0].islower() or ODD.search(plain(text)) is not None


def _card_title(paper: Paper) -> Field | None:
    found = [(match.end() - match.start(), match) for match in paper.find(CARD)]
    if not found:
        return None
    heights = [(paper.piece_at(match.start()).height, length, -match.start(), match) for length, match in found]
    match = max(heights, key=lambda one: one[:3])[3]
    span = _whole_line(paper, match)
    return paper.field(paper.printed(span).strip(" /,&"), span, 0.88)


def _whole_line(paper: Paper, match: re.Match[str]) -> Span:
    """The name of a card with what belongs to it on its line, where that is short and no sentence."""
    piece, span = paper.piece_at(match.start()), Span(*match.span())
    line = paper.span_of(piece)
    words = paper.folded[line.start : line.end]
    alone = len(piece.words) <= 6 and not re.search(
        r"[:;@.]|\d|\b(?:has|have|course|program|training|card|center|is|by|association|society|inc|llc|code|certif\w*)\b",
        words,
    )
    return line if alone and match.end() <= line.end and paper.text[line.start].isupper() else span


def _candidates(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    yield from _labelled(paper)
    for match in paper.find(COMPLETED):
        yield from _after(paper, match.end())
    for match in paper.find(AT_THE):
        if paper.text[match.end()].isupper() and (found := _collect(paper, match.end())):
            yield found[0], found[1], 0.72
    for match in re.finditer(r"(?<![a-z])(?:entitled|titled|titulad[oa]|denominad[oa])[\s:,]*", paper.folded):
        if found := _collect(paper, match.end()):
            yield found[0], found[1], 0.95


def _after(paper: Paper, start: int) -> Iterator[tuple[str, Span, float]]:
    """The title after words of completion; a noun such as "course" before it makes us surer."""
    if paper.folded[start : start + 2].lstrip().startswith(":"):
        return  # the label of a day
    filler = FILLER.match(paper.folded, start)
    assert filler is not None
    begin = filler.end()
    named = re.search(rf"{_NOUN}|curso|taller|titl|titul|seminario|actividad|capacit|programa|charla", filler.group())
    quoted = re.match(r"[^\"\n]{0,60}?\"([^\"]{4,200})\"", paper.folded[start : start + 300].replace("\n", " "))
    if quoted:
        span = Span(start + quoted.start(1), start + quoted.end(1))
        yield paper.printed(span), span, 0.96
        return
    if found := _collect(paper, begin):
        alone = paper.text[max(0, found[1].start - 1)] in "\n#"  # a line of its own
        yield found[0], found[1], 0.94 if named and alone else 0.87 if named or alone else 0.75
    elif named:
        bare = BARE.match(paper.folded, start)
        if bare and (found := _collect(paper, bare.end())):
            yield found[0], found[1], 0.7


def _collect(paper: Paper, start: int) -> tuple[str, Span] | None:
    """The title that begins at `start`: to the end of its paragraph, or to words that cannot belong to it."""
    if STOP.match(paper.folded, start):
        return None
    while start < len(paper.text) and paper.text[start] in " \n:,;\"“«'*·•-–":
        start += 1
    if start >= len(paper.text) - 2:
        return None
    end = paper.folded.find("\n\n", start)
    end = min(end if end > 0 else len(paper.folded), start + 240)
    if paper.text[start:end].endswith(":") and not is_label(paper.folded[start : end - 1]) and end < start + 100:
        following = paper.folded.find("\n\n", end + 2)  # a subtitle on the next line
        end = following if 0 < following < start + 240 else end
    if paper.text[start - 1] in '"“«' and (closing := re.search(r"[\"”»]", paper.text[start : start + 240])):
        return _cleaned(paper, Span(start, start + closing.start()))
    stops = (
        match.start()
        for match in re.finditer(r"[ \n]", paper.folded[start:end])
        if STOP.match(paper.folded, start + match.start())
    )
    days = (span.start - start for span in day_spans(paper) if start <= span.start < end)
    labels = (match.start() for match in NEXT_LABEL.finditer(paper.folded[start:end]) if is_label(match["label"]))
    end = start + min(next(stops, end - start), next(days, end - start), next(labels, end - start))
    end = start + len(TRAILING.sub("", paper.folded[start:end]))
    sentence = re.search(r"\.\s+(?=[A-Z])|\.\s*$", paper.text[start:end])
    if sentence and sentence.start() > 12:
        end = start + sentence.start()
    return _cleaned(paper, Span(start, end))


def _cleaned(paper: Paper, span: Span) -> tuple[str, Span] | None:
    text = paper.printed(span)
    number = NUMBERED.match(text)
    if number and not re.match(r"(?:19|20)\d\d\b", text):
        text = text[number.end() :]
    text = text.strip(" \"“”«»'‘’.,:;*-–—_|")
    text = GROUP.sub("", KIND_FIRST.sub("", ARTICLE.sub("", text)))
    text = re.sub(
        r"\s*\((?:(?:course|activity|program|class)\s*(?:#|no\.?|id|number)?|#|no\.?|id|acpe uan|uan|acpe(?: #)?)\s*:?\s*[\w./-]*\d[\w./-]*\)$",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = KIND_LAST.sub("", text)
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip(" ,;:-–—")
    folded = text.lower()
    if (
        not 4 <= len(text) <= 220
        or sum(sign.isalpha() for sign in text) < 4
        or HEADING.match(folded)
        or is_label(plain(text))
        or GENERIC.fullmatch(plain(text))
        or (person(text) and not organisation(text) and len(text.split()) <= 3 and _only_person(text))
    ):
        return None
    place = paper.text.find(text.split()[0], span.start, span.end)
    return text, Span(max(span.start, place), span.end)


def _only_person(text: str) -> bool:
    return bool(re.search(r"\b[A-Z]\.|,", text))


def _labelled(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    for piece in paper.pieces:
        span = paper.field_of(piece)
        line = paper.folded[span.start : span.end]
        match = LABEL.match(line)
        if not match:
            continue
        rest = re.match(r"\s*(?:\([^)]*\)\s*)?[:|]\s*|\s+-\s+", line[match.end() :])
        if (
            rest
            and line[match.end() + rest.end() :].strip()
            and (found := _collect(paper, span.start + match.end() + rest.end()))
        ):
            yield found[0], found[1], 0.97
        elif bare := _without_colon(paper, span, match.end()):
            yield bare
        elif match.end() >= len(line.rstrip(" :*")):
            for other, where in paper.values_of(piece):
                if found := _collect(paper, paper.span_of(other).start):
                    yield found[0], found[1], WHERE[where] - (0.05 if match.group() in ("course", "activity") else 0)
                    break


def _without_colon(paper: Paper, span: Span, end: int) -> tuple[str, Span, float] | None:
    """The title in a row "Activity Wound Care": surer where other rows that begin there have such names of fields."""
    rest = paper.text[span.start + end : span.end]
    if not re.match(r" [A-Z\"“][^:]*$", rest) or HEADING.search(plain(rest.strip())) or NO_VALUE.match(plain(rest)):
        return None
    found = _cleaned(paper, Span(span.start + end + 1, span.end))
    piece = paper.piece_at(span.start)
    others = [
        one
        for one in paper.pieces
        if abs(one.left - piece.left) < piece.height and FIELD_FIRST.match(plain(one.text)) and one is not piece
    ]
    return (*found, 0.86 if others else 0.66) if found else None


def _by_its_looks(paper: Paper, holder: str) -> Field | None:
    """The line that looks most like a title: after words that lead up to one, after the name, or large."""
    pieces = list(paper.pieces)
    days = day_spans(paper)
    best: tuple[float, Span] | None = None
    for place, piece in enumerate(pieces):
        span = paper.span_of(piece)
        if any(span.start <= day.start < span.end for day in days) or _cannot_be(piece, holder):
            continue
        before = plain(pieces[place - 1].text) if place else ""
        follows = holder and plain(holder) in before
        led = LEADS_UP.search(before) or (follows and LEADING.match(piece.text))
        score = (2.0 if led else 1.0 if follows else 0.0) + piece.height / paper.height * 10
        if not place and organisation(piece.text):
            score -= 0.3
        if best is None or score > best[0]:
            best = (score, span)
    found = best and _cleaned(paper, _with_next_lines(paper, best[1], holder))
    return paper.field(found[0], found[1], 0.7 if best and best[0] > 2 else 0.55) if found else None


def _is_field(folded: str) -> bool:
    """Whether a line is a field's name and value; a title may have a colon, too, with more words after it."""
    name, colon, rest = folded[:40].partition(":")
    return bool(colon) and (is_label(name) or len(rest.split()) < 3 or len(name.split()) > 5)


def _with_next_lines(paper: Paper, span: Span, holder: str) -> Span:
    """A title with the lines of its paragraph that go on with it, without the word that leads up to it."""
    paragraph = next(one for one in paper.paragraphs if any(paper.span_of(piece) == span for piece in one))
    places = [paper.span_of(piece) for piece in paragraph]
    end = span.end
    for piece, place in zip(paragraph, places, strict=True):
        if place.start > span.start and len(paragraph) <= 3 and not _cannot_be(piece, holder, least=3):
            end = place.end
    lead = LEADING.match(paper.text[span.start : span.end])
    return Span(span.start + (lead.end() if lead else 0), end)


def _cannot_be(piece: Piece, holder: str, least: int = 8) -> bool:
    """Whether a line is a heading, a name, a label or part of a sentence."""
    text = LEADING.sub("", piece.text)
    folded = plain(text)
    wordy = (
        len(piece.words) > 16 or not least <= len(text) <= 130 or not (text[0].isupper() or text[0] in "\"“'0123456789")
    )
    known = (
        (bool(person(text)) and (not holder or plain(holder) in folded))
        or ">" in text
        or NO_TITLE.match(folded) is not None
        or is_label(folded)
        or _is_field(folded)
        or (bool(holder) and plain(holder) in folded)
    )
    return wordy or known or HEADING.search(folded) is not None or _is_odd(text) or LEGAL.search(folded) is not None
