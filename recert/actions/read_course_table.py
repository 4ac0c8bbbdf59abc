"""Read a table of courses, whichever program saved it: plain CSV here, workbooks and other alphabets apart."""

from __future__ import annotations

from recert.capture.courses import CoursesUnreadable, open_apart
from recert.feeds.listed import FeedUnreadable, Read
from recert.feeds.tables import COLUMNS, WANTED, read_rows, read_table


def read_course_table(name: str, content: bytes) -> Read:
    """A CSV file in UTF-8 may be as long as it likes; a workbook is opened where it can do no harm.

    :raises FeedUnreadable: when it is no table, or lacks a column that is needed.
    """
    if b"\0" in content:
        return _opened(name, content)
    try:
        return read_table(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _opened(name, content)


def _opened(name: str, content: bytes) -> Read:
    try:
        table = open_apart(name, content, wanted=WANTED, columns=COLUMNS)
    except CoursesUnreadable as unreadable:
        raise FeedUnreadable(str(unreadable)) from None
    return read_rows(table.header, ((f"row {number}", cells) for number, cells in table.rows))
