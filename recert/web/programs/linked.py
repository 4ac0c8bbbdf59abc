"""A school and its programs in the schema.org vocabulary."""

from __future__ import annotations

from typing import Any

from recert.actions.open_school import School

KIND = "EducationalOrganization"


def facts_of(school: School, address: str) -> dict[str, Any]:
    """Only what the file states: no rating, no accreditation."""
    where = school.institution
    point = where.point
    offers = [
        {
            "@type": "EducationalOccupationalProgram",
            "name": program.cip_title,
            "educationalCredentialAwarded": program.award,
            "identifier": {"@type": "PropertyValue", "propertyID": "CIP", "value": program.cip},
        }
        for program in school.offered
    ]
    return {
        "@type": KIND,
        "@id": address,
        "name": where.name,
        "identifier": {"@type": "PropertyValue", "propertyID": "IPEDS UnitID", "value": str(where.unitid)},
        "address": {
            "@type": "PostalAddress",
            "streetAddress": where.address,
            "addressLocality": where.city,
            "addressRegion": where.state,
            "postalCode": where.zip,
            "addressCountry": "US",
        },
        **({"geo": {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}} if point else {}),
        **({"url": where.url} if where.url else {}),
        **({"telephone": f"+1{where.phone[:10]}"} if len(where.phone) >= 10 else {}),
        **(
            {"hasOfferCatalog": {"@type": "OfferCatalog", "name": "Programs", "itemListElement": offers}}
            if offers
            else {}
        ),
    }
