"""Put a message among those that go out: from then on it leaves at least once, and twice is the same letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings

from recert.records.models import Letter, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a letter says, in plain text and for those who like it prettier."""

    subject: str
    text: str
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def write_letter(
    person: Person | None, *, key: str, to: str, written: Written, now: datetime, reply_to: str = ""
) -> Letter:
    """The letter of this key, which is written once; one that was withdrawn or refused goes out again after all.

    Belongs in the transaction of what it speaks of.
    """
    columns = {
        "message_id": message_id(key),
        "person": person,
        "to": to,
        "reply_to": reply_to,
        "subject": one_line(written.subject),
        "text": written.text,
        "html": written.html,
        "headers": dict(written.headers),
        "written_at": now,
        "next_try_at": now,
    }
    letter, new = Letter.objects.get_or_create(key=key, defaults=columns)
    if not new and letter.handed_at is None:
        Letter.objects.filter(pk=letter.pk).update(**columns, withdrawn_at=None, refused_at=None)
    return letter


def message_id(key: str) -> str:
    """The same for the same key, whenever and however often it is sent."""
    host = urlsplit(settings.ADDRESS.url).hostname
    return f"<{sha256(key.encode()).hexdigest()[:40]}@{host}>"


def one_line(text: str) -> str:
    """A subject that can hold no second header.

    >>> one_line("Hello\\r\\nBcc: everybody@example.org")
    'Hello Bcc: everybody@example.org'
    """
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:300]
