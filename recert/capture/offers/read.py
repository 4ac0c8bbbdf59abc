"""Read a whole file of offers; the first cell that cannot be read refuses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from recert.capture.offers.cells import (
    read_day_or_none,
    read_format,
    read_hours,
    read_language,
    read_live,
    read_money,
    read_money_or_none,
    read_name,
    read_names,
    read_yes,
    read_zip,
)
from recert.capture.offers.columns import NAMES, OFFERS
from recert.capture.transcripts.amounts import Amount, read_amount, read_minutes
from recert.capture.transcripts.cells import read_approvers, read_category, read_kind, read_text
from recert.capture.transcripts.columns import columns_of, guess
from recert.capture.transcripts.formats import table_of
from recert.capture.transcripts.read import ID_REPEATED, OpenedFile, located
from recert.capture.transcripts.remarks import Remark, TranscriptUnreadable, shown
from recert.capture.transcripts.rows import SPLIT_DIFFERS, Row, RowRefused
from recert.planning.offer import Offer
from recert.rules.transcript import category_text

NOT_A_TABLE = "%(file)s is JSON, wanted CSV or XLSX. Save the offers in one of these."
NO_SUCH_COLUMN = (
    "%(file)s: no column holds the %(field)s (found %(names)s). Name one of them %(field)s, and see that the first row"
    " is the header."
)
NO_POINTS = Amount(Decimal(0), "point", None)
"""What a purchase brings by itself."""
ENDS_FIRST = "found %(found)s, before it starts on %(starts)s. Correct one of the two days."


class OffersUnreadable(TranscriptUnreadable):
    """A file of offers that cannot be read: what was found, where, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffersFile:
    """A file of offers read to the last cell."""

    name: str
    offers: tuple[Offer, ...]
    unknown_columns: tuple[str, ...]
    remarks: tuple[Remark, ...]
    """What was assumed in order to read it."""
    unread_sheets: tuple[str, ...]
    rows: Mapping[str, int]
    """Offer's id → its row as a spreadsheet shows it."""


def read_offers(name: str, content: bytes) -> OffersFile:
    """Read offers to the last cell.

    :raises OffersUnreadable: naming the file and the first cell that cannot be read.
    """
    try:
        file = _opened(name, content)
        return _read(file)
    except TranscriptUnreadable as error:
        raise OffersUnreadable(error.remark.wording, **error.remark.values) from None


def _opened(name: str, content: bytes) -> OpenedFile:
    table = table_of(name, content, OFFERS)
    if table.form == "json":
        raise TranscriptUnreadable(NOT_A_TABLE, file=name)
    file = OpenedFile(name, table, guess(columns_of(table.header), NAMES))
    for field in ("quantity", "price"):
        if field not in file.fields:
            names = ", ".join(shown(column.name, 30) for column in file.columns[:16])
            raise TranscriptUnreadable(NO_SUCH_COLUMN, file=name, field=field, names=names or "none")
    return file


def _read(file: OpenedFile) -> OffersFile:
    offers, remarks, rows = [], dict[str, Remark](), dict[str, int]()
    for row in file.rows():
        try:
            offer, assumed = _offer(row)
            if offer.id in rows:
                repeated = {"found": shown(offer.id), "earlier": str(rows[offer.id])}
                raise row.refused("id", Remark(ID_REPEATED, repeated))
        except RowRefused as refused:
            raise located(file, row, refused) from None
        offers.append(offer)
        rows[offer.id] = row.number
        if assumed:
            remarks[assumed.text] = assumed
    return OffersFile(
        name=file.name,
        offers=tuple(offers),
        unknown_columns=tuple(column.name for column in file.columns if column.field is None),
        remarks=tuple(remarks.values()),
        unread_sheets=file.table.unread_sheets,
        rows=rows,
    )


def _offer(row: Row) -> tuple[Offer, Remark | None]:
    kind = row.read("kind", _read_kind)
    opens = row.read("opens", _read_names)
    amount = _amount(row, kind) if not opens else NO_POINTS
    bundle = row.read("bundle", read_name)
    price = row.read("price", _read_money_or_none if bundle else _read_money)
    category = row.read("category", _read_category)
    offer = Offer(
        id=row.read("id", read_text) or str(row.place),
        quantity=amount.quantity,
        unit=amount.unit,
        price=price or 0,
        hours=row.read("hours", _read_hours),
        title=row.read("title", read_text),
        provider=row.read("provider", read_text),
        kind=kind,
        minutes=row.read("minutes", _read_minutes),
        category=category,
        approved_by=row.read("approved_by", _read_approvers),
        format=row.read("format", _read_format),
        starts_on=row.read("starts_on", _read_day),
        ends_on=row.read("ends_on", _read_day),
        live=row.read("format", read_live),
        language=row.read("language", read_language),
        sold_alone=price is not None,
        bundle=bundle,
        opens=opens,
        per_month=row.read("per_month", read_yes),
        member_of=row.read("member_of", read_name),
        member_price=row.read("member_price", _read_money_or_none),
        zip=row.read("zip", read_zip),
        url=row.read("url", read_text),
    )
    _refuse_what_cannot_be(row, offer)
    return offer, amount.remark


def _amount(row: Row, kind: str) -> Amount:
    column = row.columns["quantity"].name
    return row.read("quantity", lambda text: _read_amount(text, row.text("unit"), kind, column))


def _refuse_what_cannot_be(row: Row, offer: Offer) -> None:
    if offer.starts_on and offer.ends_on and offer.ends_on < offer.starts_on:
        raise row.refused("ends_on", Remark(ENDS_FIRST, {"starts": offer.starts_on.isoformat()}))
    parts = [share.quantity for share in offer.category if share.quantity is not None]
    if parts and sum(parts) != offer.quantity:
        found = {"found": shown(category_text(offer.category)), "quantity": f"{offer.quantity}"}
        raise row.refused("category", Remark(SPLIT_DIFFERS, found))


@lru_cache(maxsize=4096)
def _read_amount(quantity: str, unit: str, kind: str, column: str) -> Amount:
    return read_amount(quantity, unit, kind=kind, column=column)


# A catalog says the same few things in thousands of rows; each is read once.
_read_kind = lru_cache(maxsize=4096)(read_kind)
_read_category = lru_cache(maxsize=4096)(read_category)
_read_approvers = lru_cache(maxsize=4096)(read_approvers)
_read_money = lru_cache(maxsize=4096)(read_money)
_read_money_or_none = lru_cache(maxsize=4096)(read_money_or_none)
_read_names = lru_cache(maxsize=4096)(read_names)
_read_hours = lru_cache(maxsize=4096)(read_hours)
_read_minutes = lru_cache(maxsize=4096)(read_minutes)
_read_format = lru_cache(maxsize=4096)(read_format)
_read_day = lru_cache(maxsize=4096)(read_day_or_none)
