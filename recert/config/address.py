"""What the outside world calls this installation, and what follows from it for hosts, cookies and encryption."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")


class AddressWrong(Exception):
    """RECERT_URL is not an address a browser could open; the message shows one that is."""


@dataclass(frozen=True)
class Address:
    """The public address, such as https://recert.example.org, and the other names that reach it."""

    url: str
    hosts: tuple[str, ...]
    proxies: int = 0

    @property
    def encrypted(self) -> bool:
        return self.url.startswith("https://")

    @property
    def cookie_prefix(self) -> str:
        # Browsers accept __Host- cookies only when they are encrypted and bound to this very host.
        return "__Host-" if self.encrypted else ""


def address_from(environment: Mapping[str, str]) -> Address:
    url = environment.get("RECERT_URL", "http://localhost:8000").rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise AddressWrong(f"RECERT_URL is {url!r}; it must look like https://recert.example.org")
    named = [host.strip() for host in environment.get("RECERT_HOSTS", "").split(",") if host.strip()]
    local = () if parts.scheme == "https" else LOCAL_NAMES
    hosts = tuple(dict.fromkeys([parts.hostname, *local, *named]))
    return Address(url=url, hosts=hosts, proxies=int(environment.get("RECERT_PROXIES", "0")))
