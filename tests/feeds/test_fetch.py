"""A feed is fetched from where the operator said, and from nowhere else."""

from __future__ import annotations

import gzip
import socket

import pytest

from recert.feeds import fetch as fetching
from recert.feeds.fetch import MOST, NotFetched, Way, fetch
from tests.feeds.publisher import Publisher

ELSEWHERE = [
    "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://0/",
    "http://localhost/", "http://LOCALHOST./", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::]/",
    "http://169.254.169.254/latest/meta-data/", "http://metadata.google.internal/", "http://10.0.0.1/",
    "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://[fd00::1]/", "http://[fe80::1]/",
    "http://[2002:7f00:1::]/", "http://courses.example.org:22/", "http://courses.example.org:8080/",
    "http://courses.example.org@127.0.0.1/", "http://user:pass@courses.example.org/", "http://127.0.0.1#courses.example.org",
    "http://courses.example.org.evil.example/", "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://courses.example.org/",
    "http://", "http:///x", "//courses.example.org/", "courses.example.org", "http://[::1", "http://courses.example.org:x/",
    "data:text/plain,x", "dict://127.0.0.1/", "http://１２７.0.0.1/", "http://courses。example。org/",
]  # fmt: skip


@pytest.mark.parametrize("address", ELSEWHERE)
def test_an_address_that_leads_elsewhere_is_never_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *args: asked.append(args))
    with pytest.raises(NotFetched):
        fetch(address, way=Way(hosts=["courses.example.org"]))
    assert asked == []


@pytest.mark.parametrize(
    "inner", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "0.0.0.0", "224.0.0.1"]
)
def test_an_allowed_name_that_points_inside_is_not_asked(inner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("93.184.215.14", inner)]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *args, **kwargs: found)
    with pytest.raises(NotFetched, match="private network"):
        fetch("http://courses.example.org/", way=Way(hosts=["courses.example.org"]))


def test_the_name_is_looked_up_once_so_that_it_cannot_change_its_mind(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []
    really = socket.getaddrinfo

    def look_up(host: str, *args: object, **kwargs: object) -> object:
        looked_up.append(host)
        return really("127.0.0.1" if host == "localhost" else host, *args, **kwargs)

    monkeypatch.setattr(fetching.socket, "getaddrinfo", look_up)
    assert fetch(publisher.offer("/", "hello"), way=publisher.way).text == "hello"
    assert looked_up.count("localhost") == 1
    assert publisher.asked[0][1]["host"] == f"localhost:{publisher.port}"


def test_a_redirect_is_followed_where_one_may_go_and_nowhere_else(publisher: Publisher) -> None:
    publisher.offer("/there", "found")
    publisher.pages["/moved"] = (302, {"Location": "/there"}, b"")
    publisher.pages["/away"] = (302, {"Location": "http://169.254.169.254/"}, b"")
    publisher.pages["/round"] = (302, {"Location": "/round"}, b"")
    assert fetch(publisher.address("/moved"), way=publisher.way).text == "found"
    with pytest.raises(NotFetched, match=r"169\.254\.169\.254:80 is not among"):
        fetch(publisher.address("/away"), way=publisher.way)
    with pytest.raises(NotFetched, match="redirects in a row"):
        fetch(publisher.address("/round"), way=publisher.way)


def test_what_has_not_changed_is_not_sent_again(publisher: Publisher) -> None:
    def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        return (304, {}, b"") if headers.get("if-none-match") == '"1"' else (200, {"ETag": '"1"'}, b"courses")

    publisher.pages["/feed"] = answer
    first = fetch(publisher.address("/feed"), way=publisher.way)
    assert (first.text, first.etag) == ("courses", '"1"')
    assert fetch(publisher.address("/feed"), way=publisher.way, etag=first.etag).text is None


def test_a_small_package_that_unpacks_without_end_is_cut_off(publisher: Publisher) -> None:
    packed = gzip.compress(b"\0" * (MOST + 1_000_000))
    publisher.pages["/bomb"] = (200, {"Content-Encoding": "gzip"}, packed)
    with pytest.raises(NotFetched, match="more than 20 MB"):
        fetch(publisher.address("/bomb"), way=publisher.way)


def test_what_is_not_there_and_what_nobody_answers_is_told(publisher: Publisher) -> None:
    with pytest.raises(NotFetched, match="answered 404"):
        fetch(publisher.address("/nothing"), way=publisher.way)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        way = Way(hosts=["localhost"], may_connect=lambda address: True, ports=[port])
        with pytest.raises(NotFetched, match="could not be asked"):
            fetch(f"http://localhost:{port}/", way=way)
