"""A course as its publisher lists it, whatever the format, and what of a listing could not be taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from recert.feeds.credit import Credit, credit_of
from recert.feeds.packed import web_address
from recert.rules.wording import N_

LONGEST = {"title": 300, "provider": 200, "url": 500, "description": 2000, "credit_stated": 200, "key": 300}
NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,4})?")


NO_TITLE = N_("It has no title.")
NO_KEY = N_("Nothing tells it from other courses: it has no id and no address.")
TWICE = N_("It is in this feed twice; the first was taken.")
NO_NUMBER = N_("A number in it cannot be read.")
NO_PRICE = N_(
    "It was taken without a price: “%(found)s” was found, dollars such as 12.50 were wanted, 0 if it is free."
)
SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One course. `key` is what its publisher tells it by; money in cents, `hours` the length; unknown is empty or None."""

    key: str
    title: str
    provider: str = ""
    url: str = ""
    description: str = ""
    credit_stated: str = ""
    credit: Credit = field(default_factory=Credit)
    category: str = ""
    approval_number: str = ""
    price: int | None = None
    hours: Decimal | None = None
    format: str = ""
    language: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    city: str = ""
    state: str = ""
    zip: str = ""
    evidence: Mapping[str, str] = field(default_factory=dict)
    """What the publisher says to the six questions: question → its own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What was not taken: where it stands or what it is called, and why, as a sentence over values."""

    where: str
    wording: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A whole feed."""

    listed: tuple[Listed, ...] = ()
    refused: tuple[Refused, ...] = ()
    remarks: tuple[Refused, ...] = ()
    """What was not taken of a course that was."""


class FeedUnreadable(Exception):
    """The feed as a whole cannot be read; the message says what was found and what was wanted."""


def listed(where: str, *, price_stated: str = "", **facts: object) -> Read:
    """One course from what its publisher says, cut to what fits; refused where it cannot be told from others.

    A price that is stated in words nobody can pay by is said: the course would look like one without.
    """
    texts = {name: plain(str(facts.pop(name, "") or ""))[:most] for name, most in LONGEST.items()}
    texts["url"] = web_address(texts["url"])
    texts["key"] = texts["key"] or texts["url"]
    for name, wording in (("title", NO_TITLE), ("key", NO_KEY)):
        if not texts[name]:
            return Read(refused=(Refused(where=where, wording=wording),))
    facts.setdefault("credit", credit_from(texts["credit_stated"], texts["title"]))
    found = plain(price_stated)[:SHOWN] if facts.get("price") is None else ""
    remarks = (Refused(where=where, wording=NO_PRICE, values={"found": found}),) if found else ()
    return Read(listed=(Listed(**texts, **facts),), remarks=remarks)  # type: ignore[arg-type]


def plain(text: str) -> str:
    """Text without markup and superfluous space.

    >>> plain("<p>Wound <b>care</b></p> \\n basics")
    'Wound care basics'
    """
    return " ".join(re.sub(r"<[^<>]{0,2000}>", " ", text).split())


def text_of(content: bytes) -> str:
    """The text of a feed; signs that are not of its alphabet do not stop it.

    >>> text_of(b"\xef\xbb\xbfid,title")
    'id,title'
    """
    return content.decode("utf-8-sig", errors="replace")


def credit_from(stated: str, title: str, quantity: str = "") -> Credit:
    """What a text such as "2.0 ANCC contact hours" says the certificate will count.

    >>> credit_from("2.0 ANCC contact hours", "Wounds").quantity
    Decimal('2.0')
    """
    found = NUMBER.search(quantity or stated)
    row = {"record_type": "ce_activity", "credit_type": stated, "title": title}
    return credit_of({**row, "hours_value": found.group() if found else ""})


def cents_of(amount: object) -> int | None:
    """Dollars, as a number or as text, in cents; None where none are stated.

    >>> cents_of("$1,190.50"), cents_of(0), cents_of("call us")
    (119050, 0, None)
    """
    try:
        exact = Decimal(str(amount).replace("$", "").replace(",", "").strip())
    except InvalidOperation:
        return None
    return int(exact * 100) if exact.is_finite() and 0 <= exact < 10**7 else None


def day_of(stated: object) -> date | None:
    """The day of an ISO day or moment.

    >>> day_of("2027-02-03T09:00:00-08:00"), day_of("soon")
    (datetime.date(2027, 2, 3), None)
    """
    try:
        return date.fromisoformat(str(stated)[:10])
    except ValueError:
        return None


def together(reads: Iterable[Read]) -> Read:
    """All of them as one, each key once."""
    first: dict[str, Listed] = {}
    refused: list[Refused] = []
    remarks: list[Refused] = []
    for read in reads:
        refused.extend(read.refused)
        if not any(each.key in first for each in read.listed):
            remarks.extend(read.remarks)
        for each in read.listed:
            if each.key in first:
                refused.append(Refused(where=each.title, wording=TWICE))
            else:
                first[each.key] = each
    return Read(listed=tuple(first.values()), refused=tuple(refused), remarks=tuple(remarks))
