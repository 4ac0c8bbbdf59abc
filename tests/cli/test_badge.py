"""`recert badge check`: exit 0 for a valid badge, 1 for one that is not, 2 for what is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recert.config.commands import run
from tests.badges.made import WEB_ISSUER, credential, older, picture, public_key, signed


def check(*arguments: str) -> int:
    return run(["badge", "check", *arguments])


def test_a_good_badge_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "badge.png").write_bytes(signed("png"))
    assert check(str(tmp_path / "badge.png")) == 0
    told = capsys.readouterr().out
    assert "The signature is right." in told
    assert "Wound Care Essentials" in told


@pytest.mark.parametrize("form", ["json", "jwt"])
def test_a_badge_may_be_given_as_text(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(signed(form).decode(), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["valid"], told["signature"], told["recipient"]) == (True, "good", "Dana Whitfield")


def test_a_changed_badge_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(signed("json").replace(b"Dana", b"Evan").decode()) == 1
    assert "do not trust this badge" in capsys.readouterr().out


def test_an_unsigned_badge_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(json.dumps(older()), "--json") == 1
    assert json.loads(capsys.readouterr().out)["signature"] == "unsigned"


def test_an_expired_badge_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(json.dumps(older()), "--as-of", "2027-04-01") == 1
    assert "It expired on 2027-03-14." in capsys.readouterr().out


def test_an_issuers_key_can_be_handed_in(tmp_path: Path) -> None:
    badge = signed("jwt", credential(WEB_ISSUER)).decode()
    (tmp_path / "okafor.pem").write_bytes(public_key())
    assert check(badge) == 1
    assert check(badge, "--key", f"{WEB_ISSUER}={tmp_path / 'okafor.pem'}") == 0


@pytest.mark.parametrize("key", ["okafor.pem", "did:web:x=missing.pem", f"did:web:x={__file__}"])
def test_what_is_no_key_ends_with_2(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(signed("jwt").decode(), "--key", key) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize("badge", ["missing.png", "{}", "https://okafor.example.org/1", "", "x" * 5000, "\0"])
def test_what_is_no_badge_ends_with_2_and_one_line(badge: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(badge) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.strip().splitlines())) == ("", 1)


def test_a_picture_without_a_badge_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "photo.png").write_bytes(picture())
    assert check(str(tmp_path / "photo.png")) == 2
    assert "a picture without a badge in it" in capsys.readouterr().err
