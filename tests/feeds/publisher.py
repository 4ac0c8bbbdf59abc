"""A publisher's web server: a real one on this machine, that counts what it is asked and can misbehave."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from recert.feeds.fetch import Way

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Publisher:
    """`pages` maps a path to what it answers, or to a function of the headers asked with."""

    port: int
    pages: dict[str, Answer | Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def address(self, path: str) -> str:
        return f"http://localhost:{self.port}{path}"

    def offer(self, path: str, text: str, **headers: str) -> str:
        self.pages[path] = (200, headers, text.encode())
        return self.address(path)

    @property
    def way(self) -> Way:
        """To this publisher alone, on this machine."""
        return Way(hosts=["localhost"], may_connect=lambda address: address.is_loopback, ports=[self.port])


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            there.asked.append((self.path, headers))
            found = there.pages.get(self.path, (404, {}, b""))
            status, answered, body = found(headers) if callable(found) else found
            self.send_response(status)
            for name, value in answered.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    there = Publisher(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield there
    server.shutdown()
    thread.join()
    server.server_close()
