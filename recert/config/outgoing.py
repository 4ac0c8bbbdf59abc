"""Where mail goes out: EMAIL_URL, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit


class EmailUrlWrong(Exception):
    """EMAIL_URL names no mail server; the message says what was found and what was wanted."""


@dataclass(frozen=True)
class Outgoing:
    """A mail server that takes our messages, and how the way to it is kept private."""

    host: str
    port: int
    username: str = ""
    password: str = ""
    use_tls: bool = False
    use_ssl: bool = False


def outgoing_from(url: str | None) -> Outgoing | None:
    """None means that no mail server is configured, and messages are kept for the operator.

    >>> outgoing_from("smtp://ana:p%40ss@mail.example.org?tls=starttls").port
    587
    """
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise EmailUrlWrong(
            f"EMAIL_URL begins with {parts.scheme or 'nothing'!r}; it must look like "
            "smtp://user:password@mail.example.org:587?tls=starttls or smtps://user:password@mail.example.org"
        )
    starttls = parse_qs(parts.query).get("tls") == ["starttls"]
    encrypted = parts.scheme == "smtps"
    return Outgoing(
        host=parts.hostname,
        port=parts.port or (465 if encrypted else 587 if starttls else 25),
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_tls=starttls and not encrypted,
        use_ssl=encrypted,
    )
