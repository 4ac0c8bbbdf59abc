"""Turn schema.org and CTDL descriptions into listed courses."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from recert.feeds.linked_data.documents import Thing, things_in
from recert.feeds.listed import Read, cents_of, credit_from, day_of, listed, plain, together

COURSES = frozenset({
    "Course", "EducationEvent", "CourseInstance",
    "ceterms:Course", "ceterms:LearningOpportunityProfile", "ceterms:LearningProgram",
})  # fmt: skip
MODES = (("onsite", "in_person"), ("offline", "in_person"), ("blended", "in_person"), ("online", "online"))
LENGTH = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


def read_linked_data(text: str) -> Read:
    """The courses described in a page or a JSON-LD file; an occasion of a course that is described too is part of it.

    :raises FeedUnreadable: when there is no linked data that can be read.
    """
    found = [thing for thing in things_in(text) if _types(thing) & COURSES]
    held = {id(instance) for thing in found for instance in _many(thing.get("hasCourseInstance"))}
    reads = [_course(thing) for thing in found if id(thing) not in held]
    return together(reads)


def _types(thing: Thing) -> set[str]:
    stated = thing.get("@type", [])
    return {str(each).removeprefix("https://schema.org/").removeprefix("schema:") for each in _many(stated)}


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _course(thing: Thing) -> Read:
    when = next((each for each in _many(thing.get("hasCourseInstance")) if isinstance(each, dict)), thing)
    place = _first(when, "location", "ceterms:availableAt")
    title = _text(thing, "name", "ceterms:name")
    stated, quantity = _credit(thing)
    return listed(
        title or _text(thing, "@id"),
        key=_text(thing, "@id", "identifier", "ceterms:ctid", "url"),
        title=title,
        url=_text(thing, "url", "ceterms:subjectWebpage") or _text(thing, "@id"),
        description=_text(thing, "description", "ceterms:description"),
        provider=_name(_first(thing, "provider", "organizer", "ceterms:offeredBy", "ceterms:ownedBy")),
        credit_stated=stated,
        credit=credit_from(stated, title, quantity),
        price=_price(thing, when),
        price_stated=_price_in_dollars(thing, when),
        hours=_length(_text(when, "courseWorkload", "duration", "timeRequired") or _own_length(thing)),
        format=_format(when),
        language=_text(thing, "inLanguage", "ceterms:inLanguage")[:2].lower(),
        starts_on=day_of(_text(when, "startDate", "ceterms:dateEffective", "ceterms:startDate")),
        ends_on=day_of(_text(when, "endDate", "ceterms:expirationDate", "ceterms:endDate")),
        evidence=_evidence(thing, when),
        **_address(place),
    )


def _evidence(thing: Thing, when: Thing) -> dict[str, str]:
    """What is said about outcomes, teachers, methods and refunds, in the publisher's words."""
    offer = _first(when, "offers") or _first(thing, "offers") or {}
    teacher = _first(when, "instructor", "performer") or _first(thing, "instructor")
    refund = _first(offer, "hasMerchantReturnPolicy") if isinstance(offer, dict) else None
    said = {
        "outcomes": ", ".join(_said(each) for each in _many(thing.get("teaches") or thing.get("ceterms:teaches"))),
        "instructors": _teacher(teacher),
        "methods": ", ".join(str(each) for each in _many(when.get("courseMode"))),
        "refunds": _said(refund),
    }
    return {question: plain(words)[:500] for question, words in said.items() if words}


def _teacher(teacher: Any) -> str:
    if not isinstance(teacher, dict):
        return _said(teacher)
    return ", ".join(filter(None, (_text(teacher, "name"), _text(teacher, "description", "jobTitle"))))


def _said(value: Any) -> str:
    return (
        _text(value, "description", "name", "ceterms:name", "url", "@id")
        if isinstance(value, dict)
        else str(value or "")
    )


def _first(thing: Thing, *names: str) -> Any:
    return next((each for name in names for each in _many(thing.get(name))), None)


def _text(thing: Thing, *names: str) -> str:
    """The first of these that is said; of several languages English, else whichever comes first."""
    for name in names:
        said = _first(thing, name)
        if isinstance(said, dict):
            said = said.get("@value") or said.get("en-US") or said.get("en") or next(iter(said.values()), "")
        said = next(iter(_many(said)), "")
        if isinstance(said, str | int | float) and str(said).strip():
            return str(said).strip()
    return ""


def _name(said: Any) -> str:
    return _text(said, "name", "ceterms:name") if isinstance(said, dict) else str(said or "")


def _credit(thing: Thing) -> tuple[str, str]:
    """What is stated, and the number apart where it is."""
    number_of = _first(thing, "numberOfCredits", "ceterms:creditValue")
    awarded = _text(thing, "educationalCredentialAwarded")
    if isinstance(number_of, dict):
        number = _text(number_of, "value", "schema:value")
        unit = _text(number_of, "unitText", "name", "schema:unitText", "schema:description")
        return (unit if unit.startswith(f"{number} ") else f"{number} {unit}".strip()), number
    if number_of is not None and str(number_of).strip():
        return f"{number_of} {awarded}".strip(), str(number_of)
    return awarded, ""


def _price(thing: Thing, when: Thing) -> int | None:
    offer = _first(when, "offers") or _first(thing, "offers")
    free = _text(thing, "isAccessibleForFree").lower() == "true"
    if not isinstance(offer, dict):
        return 0 if free else cents_of(_text(_first(thing, "ceterms:estimatedCost") or thing, "ceterms:price"))
    stated = cents_of(_price_in_dollars(thing, when))
    return 0 if stated is None and (free or _text(offer, "category").lower() == "free") else stated


def _price_in_dollars(thing: Thing, when: Thing) -> str:
    """As it is stated; nothing where it is in another currency."""
    offer = _first(when, "offers") or _first(thing, "offers")
    in_dollars = isinstance(offer, dict) and _text(offer, "priceCurrency") in {"", "USD"}
    return _text(offer, "price") if in_dollars else ""


def _own_length(thing: Thing) -> str:
    told = _first(thing, "ceterms:estimatedDuration")
    return _text(thing, "timeRequired") or (_text(told, "ceterms:exactDuration") if isinstance(told, dict) else "")


def _length(stated: str) -> Decimal | None:
    """Hours of an ISO length.

    >>> _length("PT1H30M"), _length("a while")
    (Decimal('1.5'), None)
    """
    found = LENGTH.fullmatch(stated)
    if not found or not any(found.groups()):
        return None
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return Decimal((days * 24 + hours) * 60 + minutes) / 60 if (days * 24 + hours) * 60 + minutes < 10**6 else None


def _format(when: Thing) -> str:
    stated = " ".join(str(each) for name in ("courseMode", "eventAttendanceMode") for each in _many(when.get(name)))
    format_ = next((ours for theirs, ours in MODES if theirs in stated.lower()), "")
    return "live_online" if format_ == "online" and day_of(_text(when, "startDate")) else format_


def _address(place: Any) -> dict[str, str]:
    address = place.get("address", place) if isinstance(place, dict) else {}
    if not isinstance(address, dict):
        return {}
    return {
        "city": _text(address, "addressLocality", "ceterms:addressLocality")[:100],
        "state": _text(address, "addressRegion", "ceterms:addressRegion")[:2].upper(),
        "zip": _text(address, "postalCode", "ceterms:postalCode")[:5],
    }
