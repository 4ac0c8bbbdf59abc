"""What looks like a person's name, and what like an organisation's."""

from __future__ import annotations

import re

from recert.capture.certificates.plain import plain

LETTERS_AFTER = frozenset(
    [
        "rn",
        "bsn",
        "msn",
        "dnp",
        "lpn",
        "lvn",
        "np",
        "aprn",
        "fnp",
        "crnp",
        "cna",
        "cma",
        "rma",
        "ccma",
        "ncma",
        "cmaa",
        "cpt",
        "cbcs",
        "cehrs",
        "cet",
        "pa",
        "pa-c",
        "md",
        "do",
        "phd",
        "pharmd",
        "dds",
        "dmd",
        "rph",
        "mph",
        "mba",
        "ms",
        "ma",
        "bs",
        "ba",
        "aas",
        "edd",
        "mha",
        "emt",
        "emt-b",
        "emt-p",
        "aemt",
        "nrp",
        "paramedic",
        "rdh",
        "rdn",
        "rd",
        "lcsw",
        "lmsw",
        "msw",
        "lpc",
        "lmft",
        "ot",
        "otr/l",
        "pt",
        "dpt",
        "atc",
        "rrt",
        "crt",
        "aama",
        "amt",
        "nha",
        "ncct",
        "amca",
        "mt",
        "mls",
        "mlt",
        "(aama)",
        "(amt)",
        "(nha)",
        "(ncct)",
        "(amca)",
        "cma(aama)",
        "rma(amt)",
        "ncma(ncct)",
        "ccma(nha)",
        "cpc",
        "ccs",
        "cphq",
        "ches",
        "faan",
        "cnm",
        "crna",
        "esq",
        "med",
        "ccht",
        "ct",
        "rt",
        "rt(r)",
        "cphon",
        "fnp-c",
        "fnp-bc",
        "ocn",
        "rn-bc",
    ]
)
PARTICLES = frozenset(
    ["de", "la", "del", "los", "las", "y", "van", "von", "der", "da", "dos", "di", "bin", "al", "el", "ibn", "e"]
)
NO_NAME = re.compile(
    r"\b(?:certif\w*|complet\w*|course|hours?|credits?|award\w*|continuing|education\w*|program\w*|activit\w*|training|the|this|that|of|for"
    r"|and|has|have|by|is|in|to|with|date|license|number|issued?|instructor|director|title|provider|name|signature|president|center|centre"
    r"|university|college|hospital|institute|association|society|academy|health\w*|medical|department|inc|llc|foundation|nursing|care"
    r"|participants?|attendee|students?|employee|learners?|trainee|recipient|licensee|clinical|without|held|registrant|member|presenter|speaker|hotel|copy|stub|meeting|society|group|consortium|guild|congratulations|expir\w*|heart|american|national|online|clinics?|board|ceus?|support|basic|life|first|aid|cpr|bls|aed"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|presented|session|record|statement|achievement|attendance|techniques?"
    r"|you|we|our|what|every|how|why|when|who|should|know|team|not|none|shown|unknown|score|minimum|maximum|ended|page|number|total|subject"
    r"|update|lab|exams?|coordinator|administrator|manager|registrar|planner|chair|officer|supervisor|representative|secretary|dean"
    r"|valid|from|until|born|hrs|scan|po box|p\.? o\.? box|(?:mon|tue|wed|thu|fri|sat|sun)\w* (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|annual|symposium|congress|summit|forum|needs|famil(?:y|ies)|data"
    r"|chief|lead|on|at|as|an|a(?!\.?$)|your|their|street|avenue|road|suite|assisting|workshop|conference|confirmation|order|seminar|webinar|meeting|rounds|series|notice|receipt|invoice|ce|ceu|basics|skills|management|assessment|prevention|safety|control|certificado|constancia|diploma|participacion|finalizacion|reconocimiento|curso|horas|que|por|fecha|nombre|evidencia|educacion|continua|formacion|capacitacion|asistencia|taller|seminario|contacto|enfermeria|salud|numero|titulo|actividad|licencia|proveedor|modalidad|presencial|virtual|regions?|regional|county|category|transcript)\b"
    r"|, (?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new \w+|north \w+|ohio|oklahoma|oregon|pennsylvania|puerto rico|rhode island|south \w+|tennessee|texas|utah|vermont|washington|wisconsin|wyoming)$"
    r"|(?:registered|licensed|vocational|practical) nurse|nurse practitioner|^\w+ \w$"
)
SUBJECT = re.compile(
    r"\b(?:bloodborne|blood|pathogens?|hazard\w*|communication|injections?|vaccin\w*|immuni[sz]ation\w*|wound|diabet\w*|pediatric\w*|patients?|privacy|hipaa|opioids?|prenatal|postpartum|schedul\w*|telephone|triage|charting|documentation|phlebotomy"
    r"|venipuncture|infections?|hygiene|ethic\w*|leadership|coding|billing|insurance|steril\w*|asthma|insulin|medications?|pharmac\w*|nutrition|pregnancy|pressure|pain|allerg\w*|diseases?|disorders?|review|introduction|essentials|fundamentals"
    r"|principles|practices?|removal|storage|handling|refresher|intake|teaching|flow|visits?|response|emergency|emergencies|screening|therapy|testing|monitoring|measur\w*|reading|recogni\w*|understanding|using|working|caring|basics?|advanced|level|step|intensive|procedures?|protocol\w*|cultur\w*|stress|burnout|conflict|violence|abuse|fraud|compliance|records?|information|technology|software|telehealth|vital|signs|ear|eye|skin|lung|kidney|cancer|stroke|sepsis|seizures?|contraception|contact|lens|revenue|cycle|payroll|inventory|front|desk|office|lactation|draws?|laser|vaccines?|asthma|heart|hypertension|depression|dementia|allergy|x-?ray|radiology|spirometry|ultrasound|aging|hormones?|anatomy|physiology|terminology|trauma|diagnosis|symptoms?|sedation|hematology|urinalysis|specimens?|scribe|triage|coding|audits?|insights?|strateg\w+|bedside|caregiv\w+|wellness|resilience|mindfulness|exposures?|paperwork|injur(?:y|ies)|wounds?|burns?|bites?|foods?|labels?|forms?|appeals|bootcamp|update|outbreaks?|immunity|virus|viral|cough|fever|rash|lice|poison\w*|teeth|dental|hearing|vision|weight|obesity|sleep|alcohol|tobacco|smoking|drugs?|dos(?:e|es|ing)|tests?|tools?|coaching|interpret\w+|respectful|transcript)\b"
)
"""Words that courses are about."""
ORGANISATION = re.compile(
    r"\b(?:inc|llc|l\.l\.c|ltd|corp\w*|company|university|universidad|college|colegio|school|escuela|institut\w+|academy|academia|associat\w+"
    r"|asociacion|society|sociedad|foundation|fundacion|hospitals?|clinics?|clinicas?|cent(?:er|re|ro)s?|health(?:care)?|medical|network|council"
    r"|consejo|board|department|departamento|ministry|alliance|group|services?|servicios|solutions|learning|education|educacion|training"
    r"|capacitacion|systems?|coalition|federation|chapter|press|media|partners|nurses|nursing|assistants|technologists|bureau|agency|office"
    r"|program|seminars?|consult\w+|consortium|collaborative|initiative|pharmacy|pharma|library|laborator\w+|red cross|cruz roja"
    r"|heart association|ce|studies|courses?|forum|congress|salud|enfermeria|profesionales|assembly|asamblea|clubs?|guild|league|cooperative|cooperativa|exchange|union|trust|quarterly|journal|magazine|gazette|educators|practice|medicine|surgery|pediatrics|safety|support|rescue|registry)\b"
)
WEAK = re.compile(
    r"health(?:care)?|medical|learning|education|training|nurses|nursing|assistants|technologists|office|studies|courses?|practice|medicine|surgery"
    r"|pediatrics|safety|support|rescue|services?|media|press|ce|systems?|program|seminars?"
    r"|assembly|exchange|union|trust|quarterly|journal|magazine|gazette|educators"
)
"""Words that make an organisation's name only at its end: before that they tell what something is about."""
HEAD_ENDS = re.compile(r"\s(?:for|in|with|to|at|on|of|about|and|during|from|para|en|con|sobre|de)\s", re.IGNORECASE)
HONORIFIC = re.compile(
    r"^(?:(?:i|yo),\s+|(?:dear|hi|hello|mr|mrs|ms|miss|mx|dr|sr|sra|srta|prof|don|dona|el|la|al?|to|that|que)\b\.?:?\s+)+",
    re.IGNORECASE,
)
AFTER_NAME = re.compile(
    r"\s*(?:\(?\b(?:licen[sc]e|lic\b|state|rn\s*#|id\b|member|employee|assoc(?:iate)?\b|staff|badge|credential|profession|dob|email|e-mail|npi|student id|for |has |attended|completed|earned|participated|took part|was |received|passed|finished|heard |joined |who |is |of |from |on "
    r"|successfully|por |ha )|[#;|@·•▾▼►»]|(?<=\s)\([a-z. ]{0,12}:?\s?\d|(?<=\s)[–—-]\s|\d{2,}|_{2,}|\t).*",
    re.IGNORECASE | re.DOTALL,
)

IN_A_TOWN = re.compile(r"[A-Z][A-Za-z .'’-]+,?\s[A-Z]{2}\.?\s+\d{5}\b")
"""A town, its state and its ZIP code: the last line of an address, which looks like a name and letters after it."""


def person(text: str) -> str:
    """The name alone, without titles before it, letters and licence numbers after it; empty when it is no name.

    >>> person("Ms. Dana M. Reyes, CMA (AAMA)"), person("Luz Ortega RN License #4411"), person("Wound Care of the Foot")
    ('Dana M. Reyes', 'Luz Ortega', '')
    >>> person("Salem, OR 97301"), person("Dana Reyes (ID: 20.114)"), person("Dana Reyes, RN, other health professional")
    ('', 'Dana Reyes', 'Dana Reyes')
    >>> person("I, Dana Reyes")
    'Dana Reyes'
    """
    if IN_A_TOWN.match(text.strip()):
        return ""
    bare = HONORIFIC.sub("", AFTER_NAME.sub("", text).strip(" \"'*.,-_|")).strip(" ,")
    parts = [part.strip() for part in bare.split(",")]
    while len(parts) > 1 and (parts[-1].islower() or _only_letters_after(parts[-1]) or _look_like_letters_after(parts)):
        parts.pop()
    words = ", ".join(parts).split()
    while len(words) > 2 and _is_letters_after(words[-1]):
        words.pop()
    name = " ".join(words).strip(" ,")
    return name if _looks_like_a_name(name) and not organisation(name) else ""


def _only_letters_after(part: str) -> bool:
    words = part.lower().split()
    return bool(words) and all(word.strip(".") in LETTERS_AFTER for word in words)


def _look_like_letters_after(parts: list[str]) -> bool:
    """Whether capitals alone follow a name that is not in capitals: letters that we do not know."""
    return re.fullmatch(r"[A-Z][A-Z()/ .-]{1,14}", parts[-1]) is not None and not parts[0].isupper() and " " in parts[0]


def _is_letters_after(word: str) -> bool:
    return word.lower().strip(",.") in LETTERS_AFTER and word != word.lower() and (len(word) != 2 or word.isupper())


def _looks_like_a_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 6 or len(text) > 48 or NO_NAME.search(plain(text)) or is_subject(text):
        return False
    letters = sum(sign.isalpha() or sign in " .,'’-" for sign in text)
    proper = [word for word in words if word.lower() not in PARTICLES]
    shouted = [word.isupper() for word in proper if len(word.strip(".,")) >= 3]
    return (
        letters == len(text)
        and len(proper) >= 2
        and all(word[0].isupper() for word in proper)
        and len(set(shouted)) < 2
    )


def is_subject(text: str) -> bool:
    """Whether a text has words that courses are about.

    >>> is_subject("Wound Care of the Foot"), is_subject("Dana Reyes")
    (True, False)
    """
    return SUBJECT.search(plain(text)) is not None


def organisation(text: str) -> bool:
    """Whether a text names an organisation.

    >>> organisation("Prairie Health Learning, LLC"), organisation("Dana Reyes")
    (True, False)
    """
    return ORGANISATION.search(plain(text)) is not None


def is_headed_as_organisation(text: str) -> bool:
    """Whether the words before "for", "in" or the like name an organisation, as they do in no title.

    >>> [is_headed_as_organisation(text) for text in ("Center for Safe Care", "Readiness for Clinics", "Old Mill School")]
    [True, False, True]
    >>> [is_headed_as_organisation(text) for text in ("Mental Health First Responder", "Prairie Health")]
    [False, True]
    """
    head = plain(HEAD_ENDS.split(text, maxsplit=1)[0])
    return any(not WEAK.fullmatch(one.group()) or one.end() == len(head) for one in ORGANISATION.finditer(head))
