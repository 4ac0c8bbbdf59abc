"""Typeset pages as one tagged PDF (PDF/UA-1): what strangers wrote goes in as data, never as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from typst import Compiler, TypstError

from recert.packet.pictures import put_in, stand_in
from recert.packet.values import Picture

TEMPLATE = Path(__file__).with_name("packet.typ")
NO_SIGN = "\N{WHITE SQUARE}"
PRINTABLE = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2BC, 0x2BC), (0x2C6, 0x2C7), (0x2D8, 0x2DD), (0x300, 0x304), (0x306, 0x30C),
    (0x386, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE), (0x400, 0x45F), (0x1E00, 0x1EFF),
    (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033),
    (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212),
    (0x2264, 0x2265), (0x25A1, 0x25A1),
)  # fmt: skip
"""The signs our fonts hold; a PDF/UA may not show a sign it has no letter for."""


class CannotBeTypeset(RuntimeError):
    """A packet that the typesetter refuses."""


def pdf(document: Mapping[str, Any], pictures: Sequence[Picture], *, made_on: date) -> bytes:
    """Set a document of `recert.packet.document`, whose papers name pictures by their place, as a PDF.

    The typesetter would unpack every picture in memory, so it is given small ones of the same shape to place.

    :raises CannotBeTypeset: with the typesetter's own reason.
    """
    with TemporaryDirectory(prefix="recert-packet-") as folder:
        for place, picture in enumerate(pictures):
            (Path(folder) / picture_name(place)).write_bytes(stand_in(place, picture))
        try:
            made = _compiled(folder, json.dumps(printable(document)), made_on)
        except TypstError as error:
            raise CannotBeTypeset(f"the packet cannot be typeset: {error.message}") from error
    return put_in(made, pictures) if pictures else made


def _compiled(folder: str, data: str, made_on: date) -> bytes:
    compiler = Compiler(TEMPLATE.read_bytes(), root=folder, ignore_system_fonts=True, sys_inputs={"data": data})
    moment = datetime.combine(made_on, time(), UTC)
    made = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=moment)
    if not isinstance(made, bytes):
        raise CannotBeTypeset("the typesetter gave no single file")
    return made


def picture_name(place: int) -> str:
    """What a picture is called while it is being set."""
    return f"paper-{place:04}.jpg"


UNPRINTABLE = re.compile("[^" + "".join(f"{chr(first)}-{chr(last)}" for first, last in PRINTABLE) + "]")


def printable(value: Any) -> Any:
    """The document with a white square for every sign our fonts lack."""
    if isinstance(value, str):
        return UNPRINTABLE.sub(_instead, value)
    if isinstance(value, Mapping):
        return {key: printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [printable(each) for each in value]
    return value


def _instead(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else NO_SIGN
