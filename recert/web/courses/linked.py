"""A course, and whoever gives courses, in the schema.org vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from recert.records.models import Course, Provider
from recert.rules.money import dollars
from recert.web.base.plain_numbers import duration, plain

Facts = dict[str, Any]
ONLINE, ONSITE = "Online", "Onsite"
MODES = {"online": ONLINE, "live_online": ONLINE, "in_person": ONSITE}
ATTENDANCE = {ONLINE: "OnlineEventAttendanceMode", ONSITE: "OfflineEventAttendanceMode"}


def facts_of(course: Course, address: str) -> Facts:
    """Only what the listing states; `sdDatePublished` is the day on which it stated that."""
    return {
        "@type": "Course",
        "@id": address,
        "name": course.title,
        "description": " · ".join(filter(None, (course.title, course.provider_name, course.credit_stated))),
        "provider": {"@type": "Organization", "name": course.provider_name},
        **_where_stated(
            url=course.url if course.is_own_page else "",
            inLanguage=course.language,
            isAccessibleForFree=course.price == 0,
            numberOfCredits=_credits(course),
            offers=_offer(course),
            hasCourseInstance=_instance(course),
        ),
        "sdDatePublished": course.checked_on.isoformat(),
    }


def facts_of_provider(provider: Provider, offered: Sequence[Course], address: str, page: Callable[[str], str]) -> Facts:
    """`page` is the address of a course's own page."""
    courses = [facts_of(course, page(course.pk)) for course in offered]
    catalog = {"@type": "OfferCatalog", "name": provider.name, "itemListElement": courses}
    return {
        "@type": "Organization",
        "@id": address,
        "name": provider.name,
        **_where_stated(url=provider.url, hasOfferCatalog=catalog if courses else None),
    }


def _where_stated(**facts: object) -> Facts:
    return {name: value for name, value in facts.items() if value}


def _credits(course: Course) -> Facts | None:
    if course.quantity is None or not course.credit_stated:
        return None
    return {"@type": "QuantitativeValue", "value": plain(course.quantity), "unitText": course.credit_stated}


def _offer(course: Course) -> Facts | None:
    if course.price is None:
        return None
    return {
        "@type": "Offer",
        "category": "Free" if course.price == 0 else "Paid",
        "price": dollars(course.price),
        "priceCurrency": "USD",
        **({"availability": "https://schema.org/Discontinued"} if course.has_ended else {}),
    }


def _instance(course: Course) -> Facts | None:
    """The course at a place, in a mode, on days; one on a day has a name, as an event must."""
    mode = MODES.get(course.format, "")
    facts = _where_stated(
        courseMode=mode,
        courseWorkload=duration(course.hours) if course.hours else "",
        name=course.title if course.starts_on else "",
        startDate=course.starts_on.isoformat() if course.starts_on else "",
        endDate=course.ends_on.isoformat() if course.ends_on else "",
        eventAttendanceMode=f"https://schema.org/{ATTENDANCE[mode]}" if mode and course.starts_on else "",
        location=_place(course, mode),
    )
    return {"@type": "CourseInstance", **facts} if facts else None


def _place(course: Course, mode: str) -> Facts | None:
    if mode == ONLINE:
        return {"@type": "VirtualLocation", "url": course.url} if course.starts_on and course.url else None
    address = _where_stated(
        streetAddress=course.address, addressLocality=course.city, addressRegion=course.state, postalCode=course.zip
    )
    if not address:
        return None
    return {"@type": "Place", "address": {"@type": "PostalAddress", **address, "addressCountry": "US"}}
