"""What looks like a person's name, and what like an organisation's."""

from __future__ import annotations

import re

from recert.capture.certificates.paper import plain

LETTERS_AFTER = [
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
    "cpc",
    "ccs",
    "cphq",
    "ches",
    "faan",
    "cnm",
    "crna",
    "esq",
    "jr",
    "jr.",
    "ii",
    "iii",
]
KEPT = {"jr", "jr.", "ii", "iii"}
NO_NAME = re.compile(
    r"\b(?:certif\w*|complet\w*|course|hours?|credits?|award\w*|continuing|education\w*|program\w*|activit\w*|training|the|this|that|of|for|and|has"
    r"|have|by|is|in|to|with|date|license|number|issued?|instructor|director|title|provider|name|signature|president|center|centre|university|college|hospital"
    r"|institute|association|society|academy|health\w*|medical|department|inc|llc|foundation|nursing|care|participant|attendee|student|expir\w*"
    r"|certificado|curso|horas|que|por|del|fecha|nombre|heart|american|national|online|clinic|board|ceus?|support|basic|life|first|aid|cpr|bls)\b"
)
ORGANISATION = re.compile(
    r"\b(?:inc|llc|l\.l\.c|ltd|corp\w*|company|co|university|universidad|college|colegio|school|escuela|institut\w+|academy|academia|association|asociacion|society|sociedad"
    r"|foundation|fundacion|hospital|clinic|clinica|cent(?:er|re|ro)s?|health(?:care)?|medical|network|council|consejo|board|department|departamento|ministry|alliance"
    r"|group|services?|servicios|solutions|learning|education|educacion|training|capacitacion|systems?|coalition|federation|chapter|cross|press|media|partners|nurses|assistants"
    r"|technologists|bureau|agency|office|program|seminars|consult\w+|works|consortium|collaborative|initiative|pharmacy|pharma|library|laborator\w+|red|cruz|heart)\b"
)
HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|dr|sr|sra|srta|prof|don|dona|el|la|al?|to|that|que)\b\.?:?\s+)+", re.IGNORECASE
)


def person(text: str) -> str:
    """The name alone, without titles before it, letters and licence numbers after it; empty when it is no name.

    >>> person("Ms. Dana M. Reyes, CMA (AAMA)"), person("Luz Ortega RN License #4411"), person("Wound Care of the Foot")
    ('Dana M. Reyes', 'Luz Ortega', '')
    """
    text = re.split(
        r"\s*(?:\(?\b(?:licen[sc]e|lic\b|state|rn\s*#|id\b|member|credential|profession|dob|email|e-mail|npi)|[#:;|@]|\d{2,}|_{2,}|\t)",
        text,
        maxsplit=1,
        flags=re.IGNORECASE,
    )[0]
    text = HONORIFIC.sub("", text.strip(" \"'*.,-_|")).strip(" ,")
    parts = [part.strip() for part in text.split(",")]
    while len(parts) > 1 and _only_letters_after(parts[-1]):
        parts.pop()
    words = ", ".join(parts).split()
    while (
        len(words) > 2
        and words[-1].lower().strip(",.") in LETTERS_AFTER
        and words[-1].lower().strip(",") not in KEPT
        and (words[-1].isupper() or "(" in words[-1] or words[-1].lower() != words[-1])
    ):
        words.pop()
    name = " ".join(words).strip(" ,")
    return name if _looks_like_a_name(name) else ""


def _only_letters_after(part: str) -> bool:
    words = part.lower().split()
    return (
        bool(words)
        and all(word.strip(".") in LETTERS_AFTER or len(word) <= 2 for word in words)
        and not set(words) & KEPT
    )


def _looks_like_a_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 6 or len(text) > 48 or NO_NAME.search(plain(text)):
        return False
    letters = sum(sign.isalpha() or sign in " .,'’-" for sign in text)
    capital = sum(
        word[0].isupper()
        for word in words
        if word.lower() not in {"de", "la", "del", "los", "las", "y", "van", "von", "da", "dos", "di", "bin", "al"}
    )
    return letters >= len(text) - 1 and capital >= 2 and all(len(word.strip(".")) > 0 for word in words)


def organisation(text: str) -> bool:
    """Whether a text names an organisation.

    >>> organisation("Prairie Health Learning, LLC"), organisation("Dana Reyes")
    (True, False)
    """
    return ORGANISATION.search(plain(text)) is not None
