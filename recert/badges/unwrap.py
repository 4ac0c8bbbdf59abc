"""Take the credential out of what it is baked into: PNG and SVG pictures, JSON files, JWT texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from defusedxml.ElementTree import iterparse
from openbadgeslib import baking
from openbadgeslib.errors import DecompressionLimitExceeded

from recert.badges.badge import NotABadge
from recert.badges.sentences import BROKEN_PICTURE, EMPTY, NO_BADGE_IN_PICTURE, NOT_JSON, ONLY_A_LINK, TOO_LARGE

MOST_MEGABYTES = 10
PNG = b"\x89PNG\r\n\x1a\n"
KEYWORDS = (baking.ITXT_KEYWORD_OB3, baking.ITXT_KEYWORD)
SVG_ELEMENTS = {"credential", "assertion"}
JWT = re.compile(r"[\w-]+\.[\w-]+\.[\w-]*")
LINK = re.compile(r"https?://\S+")


def unwrapped(content: bytes, name: str) -> tuple[str, str]:
    """The form (png, svg, json, jwt) and the text of the credential.

    :raises NotABadge: when there is none.
    """
    if len(content) > MOST_MEGABYTES << 20:
        raise NotABadge(TOO_LARGE, file=name, most=str(MOST_MEGABYTES))
    if content.startswith(PNG):
        return "png", _only(_in_png(content, name), name)
    text = content.decode("utf-8", errors="replace").lstrip("\ufeff").strip()
    if text.startswith("<"):
        return "svg", _only(_in_svg(content, name), name)
    return _as_text(text, name)


def _as_text(text: str, name: str) -> tuple[str, str]:
    if not text:
        raise NotABadge(EMPTY, file=name)
    if text.startswith("{"):
        return "json", text
    if JWT.fullmatch(text):
        return "jwt", text
    if LINK.fullmatch(text):
        raise NotABadge(ONLY_A_LINK, file=name, link=text[:100])
    raise NotABadge(NOT_JSON, file=name)


def _only(text: str | None, name: str) -> str:
    if not text or not text.strip():
        raise NotABadge(NO_BADGE_IN_PICTURE, file=name)
    return _as_text(text.strip(), name)[1]


def _in_png(content: bytes, name: str) -> str | None:
    try:
        return next((text for key in KEYWORDS if (text := baking.extract_png(content, keyword=key))), None)
    except DecompressionLimitExceeded:
        raise NotABadge(TOO_LARGE, file=name, most=str(MOST_MEGABYTES)) from None
    except Exception as error:
        raise NotABadge(BROKEN_PICTURE, file=name) from error


def _in_svg(content: bytes, name: str) -> str | None:
    """The text of the badge's element, read as a stream: depth and entities of a hostile picture do not matter."""
    try:
        return next(_svg_texts(content), None)
    except Exception as error:
        raise NotABadge(BROKEN_PICTURE, file=name) from error


def _svg_texts(content: bytes) -> Iterator[str]:
    for _, element in iterparse(BytesIO(content), events=("end",), forbid_dtd=True):
        if str(element.tag).rpartition("}")[2] in SVG_ELEMENTS:
            yield element.get("verify") or element.text or ""
        element.clear()
