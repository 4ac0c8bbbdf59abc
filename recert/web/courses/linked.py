"""A course in the schema.org vocabulary."""

from __future__ import annotations

from typing import Any

from recert.records.models import Course

MODES = {"online": "Online", "live_online": "Online", "in_person": "Onsite"}


def facts_of(course: Course, address: str) -> dict[str, Any]:
    """Only what the listing states."""
    offer = {"@type": "Offer", "category": "Free" if course.price == 0 else "Paid"}
    if course.price is not None:
        offer |= {"price": f"{course.price // 100}.{course.price % 100:02d}", "priceCurrency": "USD"}
    instance = {"@type": "CourseInstance", "courseMode": MODES.get(course.format, "")}
    return {
        "@type": "Course",
        "@id": address,
        "name": course.title,
        "description": " · ".join(filter(None, (course.title, course.provider_name, course.credit_stated))),
        "provider": {"@type": "Organization", "name": course.provider_name},
        **({"url": course.url} if course.url and course.is_own_page else {}),
        **({"offers": offer} if course.price is not None else {}),
        **({"hasCourseInstance": instance} if course.format else {}),
    }
