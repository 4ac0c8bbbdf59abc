"""What the columns of an offers file are called, and how large such a file may be."""

from __future__ import annotations

from recert.capture.transcripts.columns import SYNONYMS, columns_of, guess
from recert.capture.transcripts.csv_file import NO_HEADER
from recert.capture.transcripts.formats import OTHER_FORMAT, TOO_LARGE
from recert.capture.transcripts.table import GOES_ON, TOO_MANY_COLUMNS, TOO_MANY_ROWS, Sought
from recert.capture.transcripts.words import folded
from recert.capture.transcripts.xlsx_file import FAR_RIGHT, NO_SHEET_WITH_HEADER, TOO_MANY_SHEETS
from recert.capture.transcripts.xlsx_file import TOO_LARGE as UNPACKS_TOO_LARGE

SHARED = ("title", "provider", "quantity", "unit", "minutes", "category", "approved_by")
"""Columns that mean in an offer what they mean in a transcript, and go by the same names."""
OWN = {
    "id": "offer id,course id,#",
    "price": "cost,fee,price usd,price in dollars,precio,costo",
    "hours": "time,hours it takes,learner hours,time in hours",
    "format": "delivery,delivery format,modalidad",
    "starts_on": "start,starts,start date,starts on,begins,from,empieza",
    "ends_on": "end,ends,end date,ends on,until,finishes,termina",
    "zip": "zip code,zipcode,postal code,codigo postal",
    "url": "link,address,web,website",
    "kind": "type,type of activity,course type,tipo",
    "language": "languages,idioma,lengua",
    "bundle": "in bundle,part of,subscription",
    "opens": "opens bundle,includes",
    "per_month": "monthly,price per month",
    "member_of": "association,members of",
    "member_price": "price for members,members pay",
}
NAMES: dict[str, tuple[str, ...]] = {
    **{field: tuple(folded(word) for word in [field, *line.split(",")]) for field, line in OWN.items()},
    **{field: SYNONYMS[field] for field in SHARED},
}
"""Field → the names it goes by; an offer's own come first, so that its hours are the learner's."""


def recognised(header: tuple[str, ...]) -> tuple[bool, int]:
    """How much a row looks like the header: whether it has a column for the price, and how many fields it names."""
    fields = [column.field for column in guess(columns_of(header), NAMES) if column.field]
    return "price" in fields, len(fields)


OFFERS = Sought(
    recognised=recognised,
    most_bytes=60_000_000,
    most_rows=200_000,
    wordings={
        GOES_ON: "%(file)s goes on beyond row %(most)s. Delete the empty rows around the offers.",
        TOO_MANY_ROWS: "%(file)s has more than %(most)s rows. Keep only offers that can be taken.",
        TOO_MANY_COLUMNS: "%(file)s has more than %(most)s columns. Keep only those of the offers.",
        TOO_LARGE: "%(file)s is larger than %(most)s MB. Keep only offers that can be taken.",
        OTHER_FORMAT: "%(file)s is %(format)s, wanted CSV or XLSX. Save the offers in one of these.",
        UNPACKS_TOO_LARGE: "%(file)s unpacks to %(found)s MB, more than offers need. Save the one sheet as CSV.",
        FAR_RIGHT: ("%(file)s: the cell %(cell)s stands beyond column %(most)s. Keep only the columns of the offers."),
        TOO_MANY_SHEETS: "%(file)s has more than %(most)s sheets. Save the sheet with the offers as CSV.",
        NO_HEADER: (
            "%(file)s is empty, wanted a header row that names at least quantity and price."
            " Save the offers with their header."
        ),
        NO_SHEET_WITH_HEADER: (
            "%(file)s: no sheet has a header row (looked into %(sheets)s). Name the columns in the first row,"
            " at least quantity and price."
        ),
    },
)
