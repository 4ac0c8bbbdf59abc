"""A badge says what it says; its signature is good, bad, unknown or missing; nobody is asked over the network."""

from __future__ import annotations

import base64
import json
import socket
from datetime import UTC, date, datetime
from typing import Any

import jwt
import pytest

from recert.badges import badge_document, badge_entry, check_badge, may_be_badge
from recert.badges.badge import BAD
from recert.badges.sentences import UNLIKE_ITSELF
from recert.capture.certificates import SURE
from tests.badges.made import (
    FORMS,
    WEB_ISSUER,
    credential,
    older,
    older_in_png,
    own_did,
    picture,
    private_key,
    public_key,
    signed,
)

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a badge check reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("form", FORMS)
def test_a_signed_badge_says_everything_and_its_signature_is_good(form: str) -> None:
    badge = check_badge(signed(form), "badge")
    assert (badge.signature, badge.valid(TODAY)) == ("good", True)
    assert (badge.achievement, badge.issuer) == ("Wound Care Essentials", "Prof. Okafor's School")
    assert (badge.issuer_id, badge.recipient) == (own_did(), "Dana Whitfield")
    assert (badge.issued_on, badge.credits_earned, badge.expires_on) == ("2025-03-14", "1.5", "")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_worth_checking(form: str) -> None:
    assert may_be_badge(signed(form))


def test_a_picture_or_a_web_page_is_not() -> None:
    assert not may_be_badge(picture())
    assert not may_be_badge(b"<html><p>eyes.ey.</p></html>")
    assert not may_be_badge(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("found", "put"),
    [(b"Wound Care", b"Brain Surgery"), (b"2025-03-14", b"2026-03-14"), (b"1.5", b"9.5"), (b"Dana", b"Evan")],
)
def test_a_changed_badge_is_refused(found: bytes, put: bytes) -> None:
    badge = check_badge(signed("json").replace(found, put), "badge")
    assert (badge.signature, badge.valid(TODAY)) == ("bad", False)


@pytest.mark.parametrize("changes", [{"iss": "did:key:zother"}, {"name": "Other"}, {"nbf": 1}])
def test_a_changed_token_is_refused(changes: dict[str, Any]) -> None:
    head, body, tail = signed("jwt").decode().split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "==")) | changes
    changed = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    assert check_badge(f"{head}.{changed}.{tail}".encode(), "badge").signature == "bad"


def test_a_token_without_an_algorithm_is_refused() -> None:
    _, body, _ = signed("jwt").decode().split(".")
    head = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    assert check_badge(f"{head}.{body}.".encode(), "badge").signature == "bad"


@pytest.mark.parametrize("form", ["json", "jwt"])
def test_a_badge_signed_by_someone_else_is_refused(form: str) -> None:
    assert check_badge(signed(form, key="Evan"), "badge").signature == "bad"


@pytest.mark.parametrize("form", ["json", "jwt"])
def test_an_issuer_on_the_web_needs_a_key_that_was_handed_in(form: str) -> None:
    content = signed(form, credential(WEB_ISSUER), method=f"{WEB_ISSUER}#key")
    assert check_badge(content, "badge").signature == "unknown_key"
    assert check_badge(content, "badge", keys={WEB_ISSUER: public_key()}).signature == "good"
    assert check_badge(content, "badge", keys={WEB_ISSUER: public_key("Evan")}).signature == "bad"


@pytest.mark.parametrize("form", ["json", "jwt"])
def test_an_expired_badge_is_signed_and_not_valid(form: str) -> None:
    content = signed(form, credential(expiration_date=datetime(2026, 3, 14, 12, tzinfo=UTC)))
    badge = check_badge(content, "badge")
    assert (badge.signature, badge.expires_on) == ("good", "2026-03-14")
    assert (badge.valid(date(2026, 3, 14)), badge.valid(date(2026, 3, 15))) == (True, False)


@pytest.mark.parametrize("form", ["json", "jwt"])
def test_a_badge_of_the_future_is_not_valid_yet(form: str) -> None:
    content = signed(form, credential(issuance_date=datetime(2999, 1, 1, tzinfo=UTC)))
    badge = check_badge(content, "badge")
    assert (badge.signature, badge.valid(TODAY)) == ("good", False)


def test_without_a_proof_it_is_unsigned() -> None:
    claims = json.loads(signed("json"))
    del claims["proof"]
    badge = check_badge(json.dumps(claims).encode(), "badge")
    assert (badge.signature, badge.valid(TODAY)) == ("unsigned", False)


def test_another_kind_of_proof_cannot_be_checked() -> None:
    claims = json.loads(signed("json"))
    claims["proof"]["cryptosuite"] = "bbs-2023"
    badge = check_badge(json.dumps(claims).encode(), "badge")
    assert badge.signature == "unknown_key"
    assert "cannot be checked here" in badge.why.text


@pytest.mark.parametrize("content", [json.dumps(older()).encode(), older_in_png()])
def test_an_older_badge_is_read_as_unsigned(content: bytes) -> None:
    badge = check_badge(content, "badge")
    assert (badge.standard, badge.signature) == ("Open Badges 2.0", "unsigned")
    assert (badge.achievement, badge.recipient) == ("Wound Care Essentials", "dana@example.org")
    assert (badge.issued_on, badge.expires_on) == ("2025-03-14", "2027-03-14")


def test_an_older_badge_may_only_link_to_its_class_and_hide_its_holder() -> None:
    recipient = {"hashed": True, "identity": "sha256$abc"}
    badge = check_badge(json.dumps(older(badge="https://okafor.example.org/b", recipient=recipient)).encode(), "badge")
    assert (badge.achievement, badge.recipient) == ("https://okafor.example.org/b", "")


def test_an_entry_of_a_good_badge_is_sure_but_for_the_kind_of_credit() -> None:
    entry = badge_entry(check_badge(signed("json"), "badge"), "badge.json")
    doubtful = {name for name, field in entry["fields"].items() if field["confidence"] < SURE}
    assert (entry["kind"], doubtful) == ("badge", {"quantity"})
    assert [question["field"] for question in entry["questions"]] == ["quantity", "unit"]


def test_nothing_of_a_changed_badge_is_sure() -> None:
    entry = badge_entry(check_badge(signed("json").replace(b"Dana", b"Evan"), "badge"), "badge.json")
    assert {field["confidence"] < SURE for field in entry["fields"].values()} == {True}
    assert entry["questions"][0]["code"] == "signature_bad"
    assert {question["field"] for question in entry["questions"]} >= entry["fields"].keys()


def test_an_envelope_that_names_another_holder_is_said_to_be_the_trouble() -> None:
    claims = jwt.decode(signed("jwt").decode(), options={"verify_signature": False})
    token = jwt.encode({**claims, "sub": "mailto:evan@example.org"}, private_key("Okafor"), algorithm="EdDSA")
    badge = check_badge(token.encode(), "badge.jwt")
    assert (badge.signature, badge.why.wording) == (BAD, UNLIKE_ITSELF)


def test_the_document_says_why() -> None:
    document = badge_document(check_badge(signed("jwt"), "badge"), today=TODAY)
    assert document["valid"] is True
    assert document["why"].startswith("The signature is right")


def test_a_key_that_nobody_vouches_for_is_named() -> None:
    own = check_badge(signed("jwt"), "badge").why.text
    known = check_badge(signed("jwt"), "badge", keys={own_did(): public_key()}).why.text
    assert own_did() in own
    assert own_did() not in known
