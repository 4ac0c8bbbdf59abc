"""Where a title begins and ends in running text, and what no title is."""

from __future__ import annotations

import re

from recert.capture.certificates.days import day_spans
from recert.capture.certificates.names import organisation, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import is_label, pattern
from recert.capture.certificates.plain import plain

NUMBERED = re.compile(
    r"^[A-Z]{2,4} \d{2,4}[A-Z]? (?=[A-Z][a-z])|^#\s?[A-Z0-9-]*\d[A-Z0-9-]*\s*[:–—-]\s*(?=\S)|^(?i:(?:course|activity|program|module|class)?\s*(?:#|no\.?\s|number)?)\s*:?\s*#?(?=[A-Z-]*\d)(?!COVID|12-)[A-Z0-9-]*\d{3}[A-Z0-9-]{0,9}\s*(?:[-:–—|·•,]\s*|\s+(?=[A-Z\"“]))(?=\S)"
)
STOP = re.compile(
    r"\s*(?:"
    + "|".join(
        line.strip().replace(" ", r"\s+")
        for line in r"""
        \(?(?:on|held|dated)\s+\d
        ,? on the (?:date|day)s? (?:listed|shown|given|noted|stated|printed|below|above|indicated)\b
        \(?(?:course|activity|program|event) (?:title|name)\b
        (?:on|el|en)\s*$
        ,? (?:held|presented|sponsored|provided|offered|conducted|hosted|taught|given|delivered|produced|developed|jointly) (?:by|at|in|on|live|online|provided)\b
        ,? (?:and (?:has|is|was|have) |and )?(?:is |was |has been |were )?(?:hereby )?(?:awarded|earned|granted|credited|received|receives|earning)\b
        ,? for (?:a total of |up to )?[\d.]+ \w+
        ,? (?:consisting of|totaling|equivalent to|con un(?:a)? (?:valor|total|duracion)|equivalente|ofrecid|impartid|organizad|auspiciad|con una? duracion|por un total)
        [\s,(-]*\d+(?:\.\d+)?\s*\(?(?:ama pra|contact|cne|ceu|ce\b|cme|credit|hour|hr|horas|nursing|clock|point|continuing (?:\w+ )?education)
        \b(?:course|activity|program|approval|provider|accreditation|completion|issue|expiration)\s*(?:number|no\.|#|id\b|code|date)
        \b(?:date|fecha|contact hours?|ceus?|credits?|completed|location|lugar|instructor|hours?|duration|score)\s*:
        ,? an? (?:\w+ )?(?:course|program|workshop|module|class|webinar|activity)\b
        ,? and (?:is|has|was|passed|met|received|will)\b
        (?:(?<=,\s)(?:which|who|that)|which (?:was|were|is|you))\b
        (?:at|during) (?:our|your)\b
        of (?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d
        this (?:activity|course|program|certificate|class|training|continuing)\b
        with (?:a |the )?\d
        with (?:a |the |an )?(?:final |overall )?(?:score|grade|mark)|con una? (?:calificacion|nota)
        (?:has|have|is|was) (?:been )?(?:approved|accredited)""".strip().splitlines()
    )
    + ")"
)
HEADING = pattern(
    r"""
    ^not (?:shown|applicable|available|provided)|^(?:\w+ ){1,3}of (?:attendance|completion|participation|training|credit|registration|enrollment)$|certifica(?:te|do|cion|tion)\b|of (?:completion|attendance|achievement|participation|credit)|diploma|constancia|record of|transcript|statement of|official|proof of|continuing education$
    ^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? (?:\d{1,2},? )?\d{4}$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|congratulations|^you (?:have|are|did|may|must|will|can|earned|passed|attended|completed|successfully)\b|well done|great job|!$|^(?:level|group|stage|part|module) (?:[a-z]|\d+|[ivx]+)\b|^(?:refresher|home study|self-study|self-paced|on-?demand|online|live|virtual|in-?person|classroom|webinar|workshop|enduring material)$|cop(?:y|ia)$|^stub\b|^(?:course|training|program|activity|module) complete[d!]*$|^(?:annual|mandatory|required)(?: \w+){0,2} training$|^for (?:the )?(?:successful|complet|attend|particip)|^in recognition|\bhas\b|\bwas (?:present|in)\b|^awarded
    ^(?:(?:attendance|completion|participation|credit|training|education)(?: (?:and|of|&) |$)){2,}(?:attendance|completion|participation|credits?|training)?$|^(?:attendance|completion|participation) (?:and|&) (?:credits?|training)?$
    ^(?:is )?(?:hereby |proudly )?(?:presented|awarded) to|accredit|approved (?:by|for|as|provider)|(?:is|was|been) approved|^approv|^provider|provider (?:number|no\b|#|id|code)|www\.|http|@|\bsignature|^date|expir|contact hours?|credits?|^[\W\d]*$|^\d+(?:\.\d+)? ?(?:min|h|cont|cred|ceu)|licen[cs]e|continuing education (?:certificate|credit)|ce certificate|verify|this (?:is to|certif)"""
)
NUMBER_LAST = re.compile(
    r"\s*\((?:(?:course|activity|program|class)\s*(?:#|no\.?|id|number)?|#|no\.?|id|acpe uan|uan|acpe(?: #)?)\s*:?\s*[\w./-]*\d[\w./-]*\)$",
    re.IGNORECASE,
)
KIND_LAST = re.compile(
    r"\s*\((?:(?:an? )?(?:enduring|live|internet|online|journal|webinar|virtual|in-?person|self|home|on-?demand|recorded|regularly)[- \w]*)\)$",
    re.IGNORECASE,
)
PAPER_LAST = re.compile(
    r"\s+[-–—]\s+(?:proof|certificate|record|confirmation|statement|verification) of .*$", re.IGNORECASE
)
"""What a letter's subject says of itself after the title."""
KIND_FIRST = re.compile(
    r"^(?:enduring material|internet live(?: activity| course)?|live (?:activity|webinar)|learner[- ]paced(?: activity)?|self[- ]paced(?: course)?|home study(?: course)?|online course|webinar|workshop|self-study)\s*[-:–—]\s*",
    re.IGNORECASE,
)
OF_ENGLISH = frozenset(["the", "in", "and", "of", "for", "to", "with", "on", "from", "at", "your", "by"])
OF_SPANISH = re.compile(r"de|del|la|el|en|los|las|y|para|con|al|un|una|[a-z]*[áéíóúñ][a-záéíóúñ]*")
"""Words that titles in one language have and titles in the other have not."""
GROUP = re.compile(r"[\s,(–—-]+(?:group|stage|grupo|etapa)\s+(?:[A-Z]|\d+|[IVX]+)\b.*$", re.IGNORECASE)
ODD = re.compile(
    r"\b(?:certif(?:y|ies|ied that)|certificate|contact hours?|credits?|awarded|presented|provider (?:number|approved)|approved by|accredited|completed|hereby|has|www|licen[sc]e (?:number|no|#)|director|signature|issued|expir\w+|\d{1,2}/\d{1,2}/\d{2,4}|the (?:above|following))\b|@|\|"
)
CATEGORY = re.compile(r"\d{1,2} ?[-–—] [A-Z]|[(]")
"""A subject's number and name in a list of subjects: "08 – Opioids"."""
LEFT_OVER = re.compile(r"(?:\s+(?:on|in|at|by|for|of|from|and|the|an?|el|en|de|por))+$", re.IGNORECASE)
"""Words that no title ends with: the next line began with them."""
NEXT_LABEL = re.compile(r"\n(?P<label>[a-z][\w()/.# ]{1,32}):(?=\s)")
ANNOUNCED = re.compile(r"^.*\b(?:listed|named|shown|described) below\s*:\s*", re.IGNORECASE | re.DOTALL)
"""What leads to a title on the next line, and is no part of it."""
CODE_LAST = re.compile(r"\s*\((?!(?:19|20)\d\d\))(?:[A-Z]{1,4}[- ]?)?\d{3,}(?:-[A-Z\d]{1,3})?\)$")
"""The course's own number in brackets at the end; a year is part of the title."""
ARTICLE = re.compile(r"^(?:the|an?|el|la|los|las|un|una):? (?=[A-Z0-9])")
DIVIDED = re.compile(r"(?<=[^\W\d_])- (?!(?:and|or|y|o|to)\b)(?=[^\W\d_])")
"""A hyphen at the end of a line, as in "Hands-" over "Only"; none as in "pre- and post-operative"."""
CODE = re.compile(r"(?=\S*\d)[A-Z0-9]+(?:[-/.][A-Z0-9]+)+|[A-Z]{2,6}[- ]?\d{1,4}[A-Z]?(?:-\d+)?")
GENERIC = re.compile(
    r"(?:the |this |an? |all |following |\w+ study |online |practical |written |final |skills? |competency |cognitive |national |post-?|end-of-\w+ |required |and |\d+-(?:minute|hour|day) )*(?:course|activity|program|training|class|webinar|session|module|exam|examination|quiz|test|evaluation|assessment|requirements?)s?(?: listed)?(?: below)?"
    r"|(?:attendance|participation|completion|legend|notes?|credits?|card|certificate|year|semester|term|numbers?|part|page|code|name|description|kind|starter|units?|minutes|level|room|system|audience|continuing education units)(?: (?:no\.?|number|title))?"
)
TRAILING = re.compile(
    r"(?:(?:\s|,|\(|-)+(?:on|held|dated|from|el|el dia|los dias|a los|this|given|issued|awarded|earned|presented|celebrad[oa]|realizad[oa]"
    r"|impartid[oa]|taken|completed|date|by|(?:mon|tues|wednes|thurs|fri|satur|sun)day|credit|credits))*[\s,(:-]*$"
)


def is_odd(text: str) -> bool:
    """Whether a title holds words that titles seldom do: more of the paper may have got into it, or less."""
    return (
        len(text) > 130 or text[0].islower() or CATEGORY.match(text) is not None or ODD.search(plain(text)) is not None
    )


def in_one_language(text: str) -> str:
    """The first half of a title that stands beside itself in the other language; the whole where it does not.

    >>> in_one_language("Pesticides in the Clinic Exposición a pesticidas en la clínica")
    'Pesticides in the Clinic'
    >>> in_one_language("Asma y alergias en la escuela Asthma and Allergies"), in_one_language("El asma en la escuela")
    ('Asma y alergias en la escuela', 'El asma en la escuela')
    """
    words = text.split()
    english = [place for place, word in enumerate(words) if plain(word) in OF_ENGLISH]
    spanish = [place for place, word in enumerate(words) if OF_SPANISH.fullmatch(word.lower().strip(",:;."))]
    if not english or len(spanish) < 2:
        return text
    first, later = (english, spanish) if english[0] < spanish[0] else (spanish, english)
    if first[-1] > later[0]:
        return text
    cut = later[0]
    while cut > first[-1] + 1 and (not words[cut][0].isupper() or (later is english and words[cut - 1][0].isupper())):
        cut -= 1
    return " ".join(words[:cut])


def collected(paper: Paper, start: int) -> tuple[str, Span] | None:
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
        return cleaned(paper, Span(start, start + closing.start()))
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
    return cleaned(paper, Span(start, end))


def cleaned(paper: Paper, span: Span) -> tuple[str, Span] | None:
    """The title that is printed there, with its place; None where that is none."""
    text = neat(paper.printed(span))
    if not text:
        return None
    place = paper.text.find(text.split()[0], span.start, span.end)
    return text, Span(max(span.start, place), span.end)


def neat(text: str) -> str:
    """A title without a number or a kind before it, or an article, or signs around it; empty where that leaves none.

    >>> neat("#4711: The Diabetic Foot (online course)"), neat("Certificate of Completion")
    ('Diabetic Foot', '')
    """
    text = ANNOUNCED.sub("", text)
    number = NUMBERED.match(text)
    if number and not re.match(r"(?:19|20)\d\d\b", text):
        text = text[number.end() :]
    text = text.strip(" \"“”«»'‘’.,:;*-–—_|")
    text = GROUP.sub("", KIND_FIRST.sub("", ARTICLE.sub("", text)))
    text = NUMBER_LAST.sub("", DIVIDED.sub("-", text))
    text = LEFT_OVER.sub("", KIND_LAST.sub("", PAPER_LAST.sub("", CODE_LAST.sub("", text))))
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip(" ,;:-–—")
    return text if _can_be(text) else ""


def _can_be(text: str) -> bool:
    """Whether a text is long enough for a title and neither a heading, a label, a code, a name nor a word for any course."""
    folded = plain(text)
    return (
        4 <= len(text) <= 220
        and sum(sign.isalpha() for sign in text) >= 4
        and not HEADING.match(text.lower())
        and not is_label(folded)
        and not GENERIC.fullmatch(folded)
        and not CODE.fullmatch(text)
        and not (person(text) and not organisation(text) and len(text.split()) <= 3 and _only_person(text))
    )


def _only_person(text: str) -> bool:
    return bool(re.search(r"\b[A-Z]\.|,", text))
