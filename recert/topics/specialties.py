"""The fields of work that courses belong to, beside the certifiers' outlines: what people look for by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

SPECIALTIES: Mapping[str, tuple[str, ...]] = {
    "terminology": ("terminolog", "anatomy", "abbreviation"),
    "procedures": ("clinical procedure", "vital sign", "injection", "wound", "suture", "blood pressure", "triage"),
    "phlebotomy": ("phlebotom", "venipuncture", "blood draw", "order of draw", "specimen"),
    "ecg": ("ecg", "ekg", "electrocardiogra", "arrhythmia", "telemetry"),
    "pediatrics": ("pediatric", "child", "infant", "newborn", "adolescen"),
    "immunization": ("vaccin", "immuniz"),
    "pharmacology": ("pharmacolog", "medication", "drug", "opioid", "prescri"),
    "emergency": ("cpr", "bls", "first aid", "emergenc", "disaster"),
    "infection": ("infection", "osha", "bloodborne", "bbp", "steriliz"),
    "womens-health": ("pregnan", "obstetric", "gynecolog", "prenatal", "breast"),
    "mental-health": ("mental health", "depress", "suicid", "anxiety", "substance"),
    "chronic-disease": ("diabet", "hypertension", "asthma", "copd", "chronic", "cancer", "heart failure"),
    "laboratory": ("laborator", "clia", "point of care"),
    "coding": ("coding", "icd-10", "cpt code", "billing", "claims", "reimburse"),
    "office": ("office", "scheduling", "front desk", "practice management", "customer service"),
    "records": ("health record", "ehr", "emr", "hipaa", "privacy"),
}
"""Name → beginnings of words that speak for it, folded."""


def specialties_of(text: str) -> tuple[str, ...]:
    """The specialties that a title and its topic speak of, in the order of the table.

    >>> specialties_of("Pediatric EKG interpretation")
    ('ecg', 'pediatrics')
    >>> specialties_of("Basket weaving")
    ()
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(name for name, pattern in _PATTERNS.items() if pattern.search(plain))


_PATTERNS = {
    name: re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, beginnings))})")
    for name, beginnings in SPECIALTIES.items()
}
