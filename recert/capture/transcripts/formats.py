"""Tell what a file is by its first bytes, and read it as a table."""

from __future__ import annotations

from recert.capture.transcripts.columns import TRANSCRIPT
from recert.capture.transcripts.csv_file import table_of_csv
from recert.capture.transcripts.elsewhere import in_our_shape
from recert.capture.transcripts.json_file import table_of_json
from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.capture.transcripts.table import Sought, Table, within_limits
from recert.capture.transcripts.xlsx_file import table_of_xlsx
from recert.rules.wording import N_

TOO_LARGE = N_("%(file)s is larger than %(most)s MB. A transcript is a small table: save the one sheet as CSV.")
OTHER_FORMATS = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls) or one with a password",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
}
OTHER_FORMAT = N_(
    "%(file)s is %(format)s, wanted CSV, XLSX, a PDF with a table, or our JSON. Save the table in one of these."
)


def table_of(name: str, content: bytes, sought: Sought = TRANSCRIPT) -> Table:
    """Read bytes of any of our formats as a table.

    :raises TranscriptUnreadable: when they are of none, or hold no table.
    """
    if len(content) > sought.most_bytes:
        raise TranscriptUnreadable(sought.says(TOO_LARGE), file=name, most=str(sought.most_bytes // 1_000_000))
    if sought.from_elsewhere and content.startswith(b"%PDF"):
        from recert.capture.transcripts.pdf_file import table_of_pdf  # noqa: PLC0415 only a PDF pays for its library

        return _shaped(within_limits(name, table_of_pdf(name, content, sought), sought), sought)
    for beginning, found in OTHER_FORMATS.items():
        if content.startswith(beginning):
            raise TranscriptUnreadable(sought.says(OTHER_FORMAT), file=name, format=found)
    if content.startswith(b"PK\x03\x04"):
        return _shaped(within_limits(name, table_of_xlsx(name, content, sought), sought), sought)
    if content.strip() and (name.lower().endswith(".json") or _first_sign(content) in {"{", "["}):
        return within_limits(name, table_of_json(name, content), sought)
    if _first_sign(content) == "<":
        raise TranscriptUnreadable(sought.says(OTHER_FORMAT), file=name, format="a web page or XML")
    return _shaped(within_limits(name, table_of_csv(name, content, sought), sought), sought)


def _shaped(table: Table, sought: Sought) -> Table:
    return in_our_shape(table) if sought.from_elsewhere else table


def _first_sign(content: bytes) -> str:
    return content[:200].decode("utf-8", errors="ignore").replace("\0", "").lstrip("\ufeff \t\r\n")[:1]
