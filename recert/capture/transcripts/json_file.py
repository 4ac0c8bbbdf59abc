"""Read the JSON that Recert exports: a list of activities, or a document that holds one."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from typing import Any

from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.capture.transcripts.table import MOST_COLUMNS, MOST_ROWS, Table, TableRow, clipped
from recert.rules.wording import N_

NOT_JSON = N_(
    "%(file)s, line %(line)s: this is not JSON (%(found)s). Export the transcript again, or give a CSV or XLSX file."
)
NOT_OURS = N_(
    "%(file)s: found %(found)s, wanted a list of activities, or an object with the list “activities”."
    " Export the transcript again."
)
NOT_AN_ACTIVITY = N_(
    "%(file)s, activity %(number)s: found %(found)s, wanted an object with earned_on, quantity, unit …"
)
NOT_A_TEXT = N_("%(file)s, activity %(number)s, “%(field)s”: found %(found)s, wanted one text or number.")
KINDS_OF_VALUE = {dict: "an object", list: "a list", str: "a single value", bool: "yes or no", type(None): "nothing"}


class KeyRepeated(ValueError):
    """One object holds the same key twice, so that nobody can say which value is meant."""


def table_of_json(name: str, content: bytes) -> Table:
    """Read bytes as a table whose header is every key that any activity has.

    :raises TranscriptUnreadable: when it is not JSON or holds no activities.
    """
    activities = _activities(name, _parsed(name, content))
    header = tuple(islice(dict.fromkeys(key for activity in activities for key in activity), MOST_COLUMNS + 1))
    rows = tuple(
        TableRow(number, tuple(_text(name, number, key, activity.get(key)) for key in header))
        for number, activity in enumerate(activities[: MOST_ROWS + 1], start=1)
    )
    return Table(header=header, rows=rows, form="json")


def _parsed(name: str, content: bytes) -> object:
    try:
        return json.loads(
            content.decode("utf-8-sig" if content[:1] not in b"\xff\xfe\0" else "utf-16"),
            parse_int=str,
            parse_float=str,
            parse_constant=_no_such_number,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise TranscriptUnreadable(NOT_JSON, file=name, line=str(error.lineno), found=error.msg) from None
    except RecursionError:
        raise TranscriptUnreadable(NOT_JSON, file=name, line="1", found="nested too deeply") from None
    except (KeyRepeated, UnicodeDecodeError) as error:
        found = str(error) if isinstance(error, KeyRepeated) else "not UTF-8 text"
        raise TranscriptUnreadable(NOT_JSON, file=name, line="1", found=found) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        repeated = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise KeyRepeated(f"the key {repeated[:60]!r} stands twice in one object")
    return found


def _no_such_number(text: str) -> str:
    return text


def _activities(name: str, document: object) -> list[dict[str, Any]]:
    found = document.get("activities") if isinstance(document, dict) else document
    if not isinstance(found, list):
        kind = KINDS_OF_VALUE.get(type(document), "a number")
        raise TranscriptUnreadable(NOT_OURS, file=name, found=f"{kind} without activities")
    for number, activity in enumerate(found, start=1):
        if not isinstance(activity, dict):
            kind = KINDS_OF_VALUE.get(type(activity), "a number")
            raise TranscriptUnreadable(NOT_AN_ACTIVITY, file=name, number=str(number), found=kind)
    return found


def _text(name: str, number: int, key: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return clipped(";".join(value))
    if isinstance(value, str):
        return clipped(value)
    raise TranscriptUnreadable(
        NOT_A_TEXT, file=name, number=str(number), field=key[:60], found=KINDS_OF_VALUE.get(type(value), "a number")
    )
