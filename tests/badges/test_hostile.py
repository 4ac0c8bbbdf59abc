"""Whatever is handed in as a badge ends as a sentence or as a badge that is not valid."""

from __future__ import annotations

import json
import zlib
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openbadgeslib import baking

from recert.badges import NotABadge, check_apart, check_badge
from tests.badges.made import SVG, picture, signed

TODAY = date(2026, 11, 22)
DEEP = b'{"type":"Assertion","badge":' + b"[" * 5000 + b"]" * 5000 + b"}"
MORE_DEEP = b'{"a":' * 200_000
BOMB = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>'
HOSTILE = {
    "nothing": b"",
    "white space": b" \n",
    "words": b"my badge",
    "a link": b"https://okafor.example.org/badge/1",
    "a list": b"[]",
    "other JSON": b'{"type": "Person"}',
    "half a JSON": b'{"type": "Assertion"',
    "deep": DEEP,
    "deeper": MORE_DEEP,
    "a huge number": b'{"type":"Person","n":' + b"9" * 100_000 + b"}",
    "a picture": picture(),
    "half a picture": signed("png")[:150],
    "a picture without a badge": SVG,
    "entities": BOMB,
    "deep picture": b"<svg>" + b"<g>" * 50_000 + b"</g>" * 50_000 + b"</svg>",
    "a token that is none": b"a.b.c",
    "a token of noise": b"eyJh.AAAA.",
    "eleven megabytes": b"{" + b" " * (11 << 20),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_badge_ends_in_a_sentence(name: str) -> None:
    with pytest.raises(NotABadge, match=r"^badge\.json .*\.$"):
        check_badge(HOSTILE[name], "badge.json")


def test_a_compressed_bomb_in_a_picture_ends_in_a_sentence() -> None:
    bomb = baking.ITXT_KEYWORD_OB3 + b"\0\1\0\0\0" + zlib.compress(b"a" * (64 << 20))
    content = baking._serialize_png([("iTXt", bomb), ("IEND", b"")])
    with pytest.raises(NotABadge):
        check_badge(content, "badge.png")


@pytest.mark.parametrize(
    "changes",
    [
        {"@context": ["https://www.w3.org/ns/credentials/v2", "https://evan.example.org/context.json"]},
        {"@context": [{"@vocab": "https://evan.example.org/"}]},
        {"issuer": {"id": "did:key:z" + "1" * 5000}},
        {"issuer": {"id": "did:web:evan.example.org", "name": {"en": "Evan"}}},
        {"issuer": 7},
        {"credentialSubject": [[[]]]},
        {"credentialSubject": "Dana"},
        {"proof": [7, {}, "x"]},
        {"validFrom": ["2025"], "validUntil": {"a": 1}},
        {"credentialStatus": {"id": "https://evan.example.org/list", "type": "BitstringStatusListEntry"}},
        {"proof": {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "verificationMethod": 5}},
    ],
)
def test_a_twisted_badge_is_never_valid(changes: dict[str, Any]) -> None:
    badge = check_badge(json.dumps(json.loads(signed("json")) | changes).encode(), "badge")
    assert not badge.valid(TODAY)


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 4000), sign=st.integers(0, 255))
def test_no_single_changed_byte_makes_another_valid_badge(place: int, sign: int) -> None:
    content = bytearray(signed("json"))
    content[place % len(content)] = sign
    try:
        badge = check_badge(bytes(content), "badge")
    except NotABadge:
        return
    original = check_badge(signed("json"), "badge")
    said = (badge.achievement, badge.recipient, badge.issuer_id, badge.issued_on, badge.credits_earned)
    kept = (original.achievement, original.recipient, original.issuer_id, original.issued_on, original.credits_earned)
    assert not badge.valid(TODAY) or said == kept


def test_apart_answers_as_here() -> None:
    assert check_apart(signed("png"), "badge.png") == check_badge(signed("png"), "badge.png")


def test_apart_ends_in_the_same_sentence() -> None:
    with pytest.raises(NotABadge, match="nested too deeply"):
        check_apart(DEEP, "badge.json")
