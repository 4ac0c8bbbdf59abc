"""Walk through a message, messages inside it included, and gather what could be a certificate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import default
from hashlib import sha256

from recert.capture.transcripts.remarks import Remark
from recert.rules.wording import N_

MOST_PARTS = 200
MOST_DEPTH = 20
MOST_ATTACHMENTS = 30
LEAST_PICTURE = 6 * 1024
"""Smaller pictures are logos under a signature."""
PAPERS = ("application/pdf", "application/json", "application/vc+jwt", "application/octet-stream")
ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".heic", ".heif", ".tif", ".tiff", ".svg", ".json", ".jwt")

NOTHING_ATTACHED = N_("This message has no certificate attached. Attach the PDF or the photo and send it again.")
TOO_MANY = N_("This message has more than %(most)s attachments. Send fewer at once.")
TANGLED = N_("This message is built in a way that cannot be read. Attach the file to a new message.")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a message; `place` is where it hangs, the same whenever the message is opened."""

    place: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """`key` names the message: its Message-ID, or the digest of its bytes where it has none."""

    key: str
    attachments: tuple[Attachment, ...]


class MessageRefused(ValueError):
    """A message out of which no certificate can be taken; `remark` is told to its sender."""

    def __init__(self, wording: str, **values: str) -> None:
        self.remark = Remark(wording, values)
        super().__init__(self.remark.text)


def open_message(raw: bytes) -> Opened:
    """:raises MessageRefused: when nothing is attached, too much, or it cannot be read."""
    try:
        message = message_from_bytes(raw, policy=default)
        found = tuple(_attachments(message))
    except MessageRefused:
        raise
    except Exception:  # noqa: BLE001 -- the parser of a hostile message may fail in any way
        raise MessageRefused(TANGLED) from None
    if not found:
        raise MessageRefused(NOTHING_ATTACHED)
    return Opened(_key(message, raw), found)


def _key(message: Message, raw: bytes) -> str:
    stated = str(message.get("Message-ID", "")).strip()
    return sha256(stated.encode(errors="replace") if stated else raw).hexdigest()


def _attachments(message: Message) -> Iterator[Attachment]:
    taken = 0
    for number, (place, part) in enumerate(_leaves(message)):
        if number >= MOST_PARTS:
            raise MessageRefused(TANGLED)
        if not _is_paper(part):
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content or _is_logo(part, content):
            continue
        taken += 1
        if taken > MOST_ATTACHMENTS:
            raise MessageRefused(TOO_MANY, most=str(MOST_ATTACHMENTS))
        yield Attachment(place, _name(part, place), content)


def _leaves(part: Message, place: str = "1", depth: int = 0) -> Iterator[tuple[str, Message]]:
    """Every part that has no parts, with where it hangs; a forwarded message is opened like the one around it."""
    if depth > MOST_DEPTH:
        raise MessageRefused(TANGLED)
    inner = part.get_payload() if part.is_multipart() else None
    if not isinstance(inner, list):
        yield place, part
        return
    for number, each in enumerate(inner, start=1):
        if isinstance(each, Message):
            yield from _leaves(each, f"{place}.{number}", depth + 1)


def _is_paper(part: Message) -> bool:
    kind = part.get_content_type()
    if kind == "application/octet-stream":
        return _file_name(part).lower().endswith(ENDINGS)
    return kind.startswith("image/") or kind in PAPERS


def _is_logo(part: Message, content: bytes) -> bool:
    small = part.get_content_maintype() == "image" and len(content) < LEAST_PICTURE
    return small and part.get_content_disposition() != "attachment"


def _name(part: Message, place: str) -> str:
    return _file_name(part) or f"mail-{place}"


def _file_name(part: Message) -> str:
    try:
        return str(part.get_filename() or "")[:255]
    except (ValueError, LookupError, AttributeError):
        return ""
