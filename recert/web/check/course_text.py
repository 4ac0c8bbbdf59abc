"""Read what a pasted course page says of hours, unit, approver and date, each with the words it was read from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

LONGEST = 20_000
"""Characters of a pasted page that are read; the facts stand near the top."""

MOST = r"(?:(?:up to|not to exceed|(?:a )?maximum(?: of)?|max\.?)\s+)?"
"""Kept in the words shown, so that nobody takes the most for the usual."""
NUMBER = r"(?P<number>\d{1,4}(?:\.\d{1,4})?)"
BETWEEN = r"[\s\-‑–:()]*"
UNITS = (
    ("aama_ceu", r"AAMA[\s-]*(?:approved\s+)?(?:CEU|CE|continuing education (?:unit|credit))s?\b"),
    ("iacet_ceu", r"IACET\s+CEUs?\b"),
    ("cme", r"(?:AMA\s+PRA\s+Category\s+1|CME(?:/CE)?)(?:\s+credits?)?"),
    ("cne", r"(?:CNE|ANCC|nursing)\s+(?:contact\s+)?(?:hours?|credits?)"),
    ("contact_hour", r"(?:P\.?A\.?C\.?E\.?\s+)?contact\s+hours?"),
    ("clock_hour", r"clock\s+hours?"),
    ("college_credit", r"(?:college|semester|quarter)\s+(?:credits?|hours?)(?:\s+hours?)?"),
    ("ceu", r"(?:CEUs?|continuing education units?)\b"),
    ("ce_credit", r"(?:CE|continuing education)\s+(?:credits?|hours?)\b"),
)
APPROVERS = (
    ("aama", r"\bAAMA\b|American Association of Medical Assistants"),
    ("amt", r"\bAMT\b|American Medical Technologists"),
    ("ancc", r"\bANCC\b|American Nurses Credentialing Center"),
    ("accme", r"\bACCME\b|Accreditation Council for Continuing Medical Education|AMA PRA Category 1"),
    ("pace", r"P\.A\.C\.E\.|\bASCLS PACE\b"),
    ("iacet", r"\bIACET\b"),
    ("nha", r"\bNHA\b|National Healthcareer Association"),
    ("ncct", r"\bNCCT\b|National Center for Competency Testing"),
    ("amca", r"\bAMCA\b|American Medical Certification Association"),
)
SPEAKS_OF_APPROVAL = re.compile(r"approv|accredit|provider|credit|CEU|contact hour|recognized", re.IGNORECASE)
DENIES = re.compile(r"\bnot\b|\bno longer\b|\bpending\b|\bunless\b", re.IGNORECASE)
LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,3}(?:\.\d{1,2})?)\s*(?:hours?|hrs?)\b(?!\s*credit))?\s*(?:(?:and\s+)?(?P<minutes>\d{1,4})"
    r"(?:\s*(?:-|–|to)\s*\d{1,4})?\s*min(?:ute)?s?\b(?!\s+(?:contact\s+)?hours?))?",
    re.IGNORECASE,
)
DATES = (
    (r"\b(\d{4}-\d{2}-\d{2})\b", "%Y-%m-%d"),
    (r"\b(\d{1,2}/\d{1,2}/\d{4})\b", "%m/%d/%Y"),
    (r"\b([A-Z][a-z]+ \d{1,2}, \d{4})\b", "%B %d, %Y"),
    (r"\b(\d{1,2}-[A-Z][a-z]{2}-\d{4})\b", "%d-%b-%Y"),
)
SPEAKS_OF_THE_DAY = re.compile(r"\b(?:date|held|when|event|completed|completion)\b", re.IGNORECASE)
SPEAKS_OF_ANOTHER_DAY = re.compile(r"expir|release|review|until|valid|updated|copyright|deadline", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """One value read, in the form the check form takes, and the words it was read from."""

    value: str
    words: str


def read_course_text(text: str) -> Mapping[str, Reading]:
    """What the text states, by field name; what it does not state is absent.

    >>> found = read_course_text("Order of Draw\\nApproved for 1.5 ANCC contact hours. Length: 90 minutes")
    >>> [(name, reading.value) for name, reading in found.items()]
    [('title', 'Order of Draw'), ('quantity', '1.5'), ('unit', 'cne'), ('minutes', '90'), ('approved_by', 'ancc')]
    """
    lines = [" ".join(line.split()) for line in text[:LONGEST].splitlines()]
    lines = [line for line in lines if line]
    readings = _title(lines) | _credit(lines) | _length(lines) | _approvers(lines) | _day(lines)
    return {name: reading for name, reading in readings.items() if reading.value}


def _title(lines: list[str]) -> dict[str, Reading]:
    first = next((line for line in lines if 4 <= len(line) <= 160 and re.search(r"[A-Za-z]{3}", line)), "")
    return {"title": Reading(first, first)} if first else {}


def _credit(lines: list[str]) -> dict[str, Reading]:
    for unit, words in UNITS:
        for pattern in (
            f"{MOST}{NUMBER}{BETWEEN}{words}",
            f"{words}(?:\\s+(?:awarded|offered|earned))?{BETWEEN}{NUMBER}",
        ):
            for line in lines:
                if found := re.search(rf"(?<![\w.$-]){pattern}", line, re.IGNORECASE):
                    return {"quantity": Reading(found["number"], found[0]), "unit": Reading(unit, found[0])}
    return {}


def _length(lines: list[str]) -> dict[str, Reading]:
    for line in lines:
        for found in LENGTH.finditer(line):
            if found["hours"] or found["minutes"]:
                return {"minutes": Reading(str(_minutes(found)), found[0].strip())}
    return {}


def _minutes(found: re.Match[str]) -> int:
    """A range ("30-45 minutes") is read by its smaller end, so that nobody counts on too much."""
    whole, _, part = (found["hours"] or "0").partition(".")
    hours = int(whole) * 60 + int((part or "0").ljust(2, "0")) * 60 // 100
    return hours + int(found["minutes"] or 0)


def _approvers(lines: list[str]) -> dict[str, Reading]:
    named: dict[str, str] = {}
    for line in lines:
        for sentence in re.split(r"(?<=[a-z)])\.\s|;", line):
            if SPEAKS_OF_APPROVAL.search(sentence) and not DENIES.search(sentence):
                for approver, words in APPROVERS:
                    if re.search(words, sentence):
                        named.setdefault(approver, sentence[:160])
    return {"approved_by": Reading(";".join(named), " … ".join(dict.fromkeys(named.values())))} if named else {}


def _day(lines: list[str]) -> dict[str, Reading]:
    for line in lines:
        if SPEAKS_OF_THE_DAY.search(line) and not SPEAKS_OF_ANOTHER_DAY.search(line):
            for pattern, form in DATES:
                if (found := re.search(pattern, line)) and (day := _date(found[1], form)):
                    return {"earned_on": Reading(day.isoformat(), line[:160])}
    return {}


def _date(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar day has no time zone
    except ValueError:
        return None
