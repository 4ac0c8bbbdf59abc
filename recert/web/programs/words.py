"""What the schools' file says in codes and its own English, in words people read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

STUDIES: Mapping[str, tuple[Promise, tuple[str, ...]]] = {
    "medical-assisting": (_("Medical assisting"), ("51.0801",)),
    "phlebotomy": (_("Drawing blood (phlebotomy)"), ("51.1009",)),
    "ecg": (_("Heart tracings (ECG)"), ("51.0902",)),
    "coding": (_("Billing and coding"), ("51.0713", "51.0714")),
    "office": (_("Medical office work"), ("51.0716", "51.0710", "51.0705", "51.0717")),
    "records": (_("Health records"), ("51.0707",)),
    "laboratory": (_("Laboratory assisting"), ("51.0802",)),
    "other": (_("Other allied health"), ("51.0899",)),
}
"""What someone may want to study → its name, and the fields (CIP) it is reported under."""
FIELDS: Mapping[str, Promise] = {
    "51.0801": _("Medical assistant"),
    "51.1009": _("Phlebotomy technician"),
    "51.0902": _("ECG technician"),
    "51.0713": _("Medical coding"),
    "51.0714": _("Medical billing and insurance"),
    "51.0716": _("Medical administrative assistant and secretary"),
    "51.0710": _("Medical office assistant"),
    "51.0705": _("Medical office management"),
    "51.0717": _("Medical staff services"),
    "51.0707": _("Health records technician"),
    "51.0802": _("Medical laboratory assistant"),
    "51.0899": _("Other allied health"),
}
AWARDS: Mapping[int, Promise] = {
    20: _("Certificate, under 12 weeks"),
    21: _("Certificate, 12 weeks to 1 year"),
    2: _("Certificate, 1 to 2 years"),
    3: _("Associate degree"),
    4: _("Certificate, 2 to 4 years"),
    5: _("Bachelor’s degree"),
    6: _("Certificate after a bachelor’s degree"),
    7: _("Master’s degree"),
    8: _("Certificate after a master’s degree"),
}
SECTORS: Mapping[str, Promise] = {
    "Public": _("Public"),
    "Private not-for-profit": _("Private, not for profit"),
    "Private for-profit": _("Private, for profit"),
}


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number as people read it, and as a telephone dials it."""

    shown: str
    dialled: str


def telephone(digits: str) -> Telephone | None:
    """Ten digits, and what follows them as an extension.

    >>> telephone("20148894005022").dialled
    '+12014889400,5022'
    """
    if len(digits) < 10 or not digits.isdigit():
        return None
    number, extension = digits[:10], digits[10:].lstrip("0")
    shown = f"{number[:3]}-{number[3:6]}-{number[6:]}"
    if not extension:
        return Telephone(shown, f"+1{number}")
    told = gettext("%(number)s, extension %(extension)s") % {"number": shown, "extension": extension}
    return Telephone(told, f"+1{number},{extension}")
