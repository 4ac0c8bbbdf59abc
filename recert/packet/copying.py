"""Values ready to copy into the certifier's form, field by field, in the order in which it asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recert.packet import names
from recert.packet.said import Said
from recert.packet.values import Packet, PacketLine
from recert.rulebooks.applications import Application
from recert.rules.points import as_text
from recert.rules.wording import N_

FIELDS: Mapping[str, str] = {
    "holder": N_("Name"),
    "title": N_("Title"),
    "description": N_("Course description"),
    "provider": N_("Organization that issued the credit"),
    "amount": N_("Amount and type of credit"),
    "earned_on": N_("Date"),
    "category": N_("Points by category"),
}

OF_ALL = "(/ %(all)s)"


@dataclass(frozen=True, slots=True)
class ToCopy:
    """One field: its label, and the value to copy; an empty value is still missing."""

    field: str
    label: str
    value: Said


@dataclass(frozen=True, slots=True)
class Entry:
    """One activity to enter, with its fields in order."""

    number: int
    activity: str
    fields: tuple[ToCopy, ...]


def entries_of(packet: Packet, application: Application) -> tuple[Entry, ...]:
    """What is entered by hand: every line that counts and is not on the official transcript."""
    return tuple(
        Entry(line.number, line.activity.id, tuple(_fields(packet, line, application.form)))
        for line in packet.lines
        if line.mark in {"attached", "missing", "kept"}
    )


def _fields(packet: Packet, line: PacketLine, form: tuple[str, ...]) -> Iterator[ToCopy]:
    for field in form:
        yield ToCopy(field, FIELDS[field], _value(packet, line, field))


def _value(packet: Packet, line: PacketLine, field: str) -> Said:
    activity = line.activity
    plain = {
        "holder": packet.holder,
        "title": activity.title,
        "provider": activity.provider,
        "earned_on": activity.earned_on.isoformat(),
    }
    if field in plain:
        return Said("%(value)s", {"value": plain[field]})
    if field == "amount":
        quantity = names.decimal(activity.quantity)
        return Said(f"{quantity} %({'single' if quantity == '1' else 'unit'})s", _unit(activity.unit))
    if field == "description":
        return _description(line)
    return _by_category(line)


def _unit(unit: str) -> dict[str, str]:
    return {"unit": unit, "single": unit}


def _description(line: PacketLine) -> Said:
    if line.papers.description_text.strip():
        return Said("%(value)s", {"value": line.papers.description_text.strip()})
    if line.papers.description:
        return Said(N_("See the description with certificate no. %(number)s"), {"number": str(line.number)})
    return Said("%(value)s", {"value": ""})


def _by_category(line: PacketLine) -> Said:
    """At most three categories exist anywhere; each with its points."""
    shares = [(share.category or "total", as_text(share.points)) for share in line.split]
    values: dict[str, str] = {}
    for place, (category, points) in enumerate(shares):
        values |= {f"points{place}": points, f"about{place}": category}
    wording = ", ".join(f"%(points{place})s %(about{place})s" for place in range(len(shares)))
    if line.outcome.counted < line.outcome.points:
        return Said(f"{wording} {OF_ALL}", {**values, "all": as_text(line.outcome.points)})
    return Said(wording or "%(value)s", values or {"value": ""})
