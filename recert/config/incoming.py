"""Where mailed certificates come in: IMPORT_MAIL, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit


class ImportMailWrong(Exception):
    """IMPORT_MAIL names no place to listen at; the message says what was found and what was wanted."""


@dataclass(frozen=True)
class Incoming:
    """The address to listen at, and what stands behind the @ of everybody's own address."""

    host: str
    port: int
    domain: str


def incoming_from(value: str | None) -> Incoming | None:
    """None means that no mail is taken in.

    >>> incoming_from("smtp://0.0.0.0:2525?domain=certificates.example.org")
    Incoming(host='0.0.0.0', port=2525, domain='certificates.example.org')
    """
    if not value:
        return None
    try:
        parts = urlsplit(value)
        port = parts.port or 25
    except ValueError:
        parts, port = urlsplit(""), 0
    domain = (parse_qs(parts.query).get("domain") or [""])[0].strip().lower()
    if parts.scheme != "smtp" or not parts.hostname or not domain or "@" in domain:
        raise ImportMailWrong(
            f"IMPORT_MAIL is {value[:80]!r}; it must name where to listen and what stands behind the @, such as "
            "smtp://0.0.0.0:2525?domain=certificates.example.org"
        )
    return Incoming(parts.hostname, port, domain)
