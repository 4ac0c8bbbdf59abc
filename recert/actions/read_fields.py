"""Read what somebody states about an activity, and refuse what the tables or the rules could not use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from types import NoneType
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_  # noqa: N812 -- marks for translation

from recert.actions.refusal import Refused
from recert.records.fields import MoreThanFourDecimals, quantity_of, ten_thousandths
from recert.records.models import Activity
from recert.rules.transcript import KINDS, UNITS, CategoryUnreadable, parse_category

LONGEST = {
    "title": 300, "provider": 300, "category": 300, "approved_by": 200, "approval_number": 100, "certificate": 500,
    "note": 5000,
}  # fmt: skip
FIELDS = ("earned_on", "kind", "quantity", "unit", "minutes", "relevant", *LONGEST)
MOST = Decimal(100_000)
MOST_DIGITS = 5
FIRST_YEAR, LAST_YEAR = 1950, 2100
NOT_YET = N_("This day is still to come. Write it down when it has happened.")


class FieldRefused(Refused):
    """One field of an activity cannot be stored as it was stated."""


def read_fields(stated: Mapping[str, Any], *, over: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """All of an activity's fields, checked: those stated, laid over those it has (`over`) or the usual ones.

    :raises FieldRefused: naming the first field that cannot be stored.
    """
    unknown = sorted(set(stated) - set(FIELDS))
    if unknown:
        raise FieldRefused(_("There is no field %(name)s on an activity.") % {"name": unknown[0]}, field=unknown[0])
    usual = {"kind": "course", "minutes": None, "relevant": None, **dict.fromkeys(LONGEST, "")}
    merged = {**usual, **(over or {}), **stated}
    fields = {name: _reader(name)(name, merged.get(name)) for name in FIELDS}
    _categories_add_up(fields["category"], fields["quantity"])
    return fields


def fields_of(row: Activity) -> dict[str, Any]:
    """What an activity states now, in the form `read_fields` gives."""
    return {name: getattr(row, name) for name in FIELDS}


def described(fields: Mapping[str, Any]) -> dict[str, Any]:
    """An activity's fields as the audit trail keeps them."""
    plain = (str, int, bool, NoneType)
    return {name: value if isinstance(value, plain) else str(value) for name, value in fields.items()}


def _text(name: str, value: Any) -> str:
    text = " ".join(str(value or "").split()) if name != "note" else str(value or "").strip()
    if "\x00" in text:
        raise FieldRefused(_("This text has a character that cannot be kept. Type it again."), field=name)
    if len(text) > LONGEST[name]:
        limits = {"found": len(text), "most": LONGEST[name]}
        raise FieldRefused(_("This has %(found)d characters; at most %(most)d fit.") % limits, field=name)
    return text


def read_day(name: str, value: Any) -> date:
    """:raises FieldRefused: unless it is a day that someone alive could mean."""
    try:
        day = date.fromisoformat(str(value or ""))
    except ValueError:
        found = {"found": value or _("nothing")}
        raise FieldRefused(_("Write the day as 2026-11-22; found %(found)s.") % found, field=name) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years = {"found": day.year, "first": FIRST_YEAR, "last": LAST_YEAR}
        raise FieldRefused(_("The year must be from %(first)d to %(last)d; found %(found)d.") % years, field=name)
    return day


def _one_of(known: tuple[str, ...]) -> Callable[[str, Any], str]:
    def read(name: str, value: Any) -> str:
        if value not in known:
            choice = {"found": value or _("nothing"), "known": ", ".join(known)}
            raise FieldRefused(_("%(found)s is not one of: %(known)s.") % choice, field=name)
        return str(value)

    return read


def _quantity(name: str, value: Any) -> Decimal:
    try:
        quantity = Decimal(str(value).strip())
    except InvalidOperation:
        quantity = Decimal("NaN")
    if not quantity.is_finite():
        found = {"found": value or _("nothing")}
        raise FieldRefused(_("Write a number, such as 1.5; found %(found)s.") % found, field=name)
    # The size first: 1e999999999 is a number that no arithmetic should be tried on.
    if not 0 <= quantity <= MOST:
        raise FieldRefused(_("Write a number from 0 to %(most)s.") % {"most": MOST}, field=name)
    try:
        return quantity_of(ten_thousandths(quantity))
    except MoreThanFourDecimals:
        raise FieldRefused(_("Write a number with at most four decimals."), field=name) from None


def _minutes(name: str, value: Any) -> int | None:
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > MOST_DIGITS:
        found = {"found": text[:40]}
        raise FieldRefused(_("Write whole minutes, such as 50; found %(found)s.") % found, field=name)
    return int(text)


def _yes_no(name: str, value: Any) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise FieldRefused(_("Answer yes, no, or leave it open."), field=name)
    return value


def _categories_add_up(text: str, quantity: Decimal) -> None:
    try:
        shares = parse_category(text)
    except CategoryUnreadable:
        wanted = _("%(found)s cannot be read. Write clinical, clinical=2;general=1 or clinical|general.")
        raise FieldRefused(wanted % {"found": text}, field="category") from None
    parts = [_quantity("category", share.quantity) for share in shares if share.quantity is not None]
    if parts and sum(parts) != quantity:
        amounts = {"parts": sum(parts), "quantity": quantity}
        unequal = _("The parts add up to %(parts)s, but the certificate says %(quantity)s.")
        raise FieldRefused(unequal % amounts, field="category")


def _approvers(name: str, value: Any) -> str:
    names = value if isinstance(value, list | tuple | set | frozenset) else str(value or "").split(";")
    return _text(name, ";".join(sorted({str(part).strip().lower() for part in names} - {""})))


def _reader(name: str) -> Callable[[str, Any], Any]:
    return _READERS.get(name, _text)


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "earned_on": read_day,
    "kind": _one_of(KINDS),
    "unit": _one_of(UNITS),
    "quantity": _quantity,
    "minutes": _minutes,
    "relevant": _yes_no,
    "approved_by": _approvers,
}
