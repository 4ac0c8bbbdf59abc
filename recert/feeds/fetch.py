"""Fetch what a publisher offers without being sent anywhere else: the address that was looked at is the one spoken to."""

from __future__ import annotations

import socket
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from recert.feeds.listed import text_of

Address = IPv4Address | IPv6Address
MOST = 20 * 1024 * 1024
SECONDS = urllib3.Timeout(connect=5, read=15)
REDIRECTS = 3
WHO = "Recert (reads the course listings of publishers that an operator chose)"
PORTS = {"https": 443, "http": 80}


class NotFetched(Exception):
    """Nothing was fetched; the message says what stood in the way and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a publisher answered; `content` is None where nothing has changed since the marks we sent."""

    content: bytes | None
    address: str
    etag: str = ""
    last_modified: str = ""

    @property
    def text(self) -> str | None:
        return None if self.content is None else text_of(self.content)


def is_public(address: Address) -> bool:
    """Whether an address lies on the open internet: no own machine, no private network, no metadata service.

    >>> is_public(ip_address("93.184.215.14")), is_public(ip_address("::ffff:127.0.0.1"))
    (True, False)
    """
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where one may go: hosts by name, each on the open internet, on the ports of the web."""

    hosts: Collection[str]
    may_connect: Callable[[Address], bool] = is_public
    ports: Collection[int] = field(default_factory=lambda: frozenset(PORTS.values()))


def fetch(address: str, *, way: Way, etag: str = "", last_modified: str = "") -> Fetched:
    """Ask for an address; redirects are followed only to where one may go.

    :raises NotFetched: when the address or a redirect leads elsewhere, nobody answers, or the answer is no feed.
    """
    marks = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    for _ in range(REDIRECTS + 1):
        answer = _asked(address, way, {name: mark for name, mark in marks.items() if mark})
        if answer.status not in {301, 302, 303, 307, 308}:
            return _taken(answer, address)
        answer.release_conn()
        address = urljoin(address, answer.headers.get("Location", ""))
    raise NotFetched(f"{address} is one of more than {REDIRECTS} redirects in a row; give the address they end at.")


def _asked(address: str, way: Way, marks: dict[str, str]) -> urllib3.BaseHTTPResponse:
    scheme, host, port, path = _parts(address, way)
    at = _resolved(host, port, way)
    headers = {"Host": host if port == PORTS[scheme] else f"{host}:{port}", "User-Agent": WHO, **marks}
    pool: urllib3.HTTPConnectionPool
    if scheme == "https":
        pool = urllib3.HTTPSConnectionPool(at, port, timeout=SECONDS, server_hostname=host, assert_hostname=host)
    else:
        pool = urllib3.HTTPConnectionPool(at, port, timeout=SECONDS)
    try:
        return pool.urlopen(
            "GET", path, headers=headers, redirect=False, retries=False, preload_content=False, assert_same_host=False
        )
    except (HTTPError, OSError) as problem:
        raise NotFetched(f"{host} could not be asked ({type(problem).__name__}); try again later.") from problem


def _parts(address: str, way: Way) -> tuple[str, str, int, str]:
    try:
        found = urlsplit(address)
        port = found.port or PORTS.get(found.scheme, 0)
    except ValueError as wrong:
        raise NotFetched(f"{address[:200]!r} is no web address: {wrong}.") from wrong
    host = (found.hostname or "").rstrip(".").lower()
    if found.scheme not in PORTS or not host or found.username or found.password:
        raise NotFetched(
            f"{address[:200]!r} is no web address that we ask; it must look like https://www.example.org/courses."
        )
    if host not in way.hosts or port not in way.ports:
        raise NotFetched(
            f"{host}:{port} is not among the publishers the operator allows; add the host to RECERT_FEED_HOSTS."
        )
    return found.scheme, host, port, (found.path or "/") + (f"?{found.query}" if found.query else "")


def _resolved(host: str, port: int, way: Way) -> str:
    """The address to speak to. All that the name stands for must be allowed: one bad one spoils it."""
    try:
        found = {str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except OSError as problem:
        raise NotFetched(f"No address is known for {host}; look at its spelling.") from problem
    if not found or not all(way.may_connect(ip_address(each.split("%")[0])) for each in found):
        raise NotFetched(f"{host} leads into a private network, where no publisher is; it is not asked.")
    return sorted(found)[0]


def _taken(answer: urllib3.BaseHTTPResponse, address: str) -> Fetched:
    try:
        marks = {name: answer.headers.get(title, "")[:200] for name, title in MARKS.items()}
        if answer.status == 304:
            return Fetched(content=None, address=address, **marks)
        if answer.status != 200:
            raise NotFetched(f"{address} answered {answer.status}; open it in a browser and look whether it moved.")
        return Fetched(content=_content(answer, address), address=address, **marks)
    finally:
        answer.close()


MARKS = {"etag": "ETag", "last_modified": "Last-Modified"}


def _content(answer: urllib3.BaseHTTPResponse, address: str) -> bytes:
    """What was sent, unpacked, up to 20 MB: whoever sends more is cut off, however small it was packed."""
    found = bytearray()
    try:
        for part in answer.stream(65_536, decode_content=True):
            found += part
            if len(found) > MOST:
                raise NotFetched(f"{address} sends more than {MOST // 2**20} MB; no list of courses is as long.")
    except (HTTPError, OSError, zlib.error) as problem:
        raise NotFetched(f"{address} broke off ({type(problem).__name__}); try again later.") from problem
    return bytes(found)
