"""A badge that is handed in becomes a draft; only an issuer on the operator's list confirms it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recert.actions.read_badge import ISSUERS, read_badge
from recert.actions.read_certificate import read_certificate
from recert.records.models import Draft, Person
from tests.badges.made import own_did, picture, signed
from tests.papers import hand_in


def draft_of(person: Person, content: bytes, name: str = "badge.png") -> Draft:
    paper = hand_in(person, content, name=name)
    assert read_certificate(paper.pk)
    paper.refresh_from_db()
    assert paper.state == "read"
    return Draft.objects.get()


@pytest.mark.parametrize("form", ["json", "jwt", "png", "svg"])
def test_a_badge_is_read_into_a_draft(dana: Person, vault_folder: Path, form: str) -> None:
    draft = draft_of(dana, signed(form))
    assert (draft.kind, draft.issuer_checked) == ("badge", False)
    assert draft.fields["title"]["value"] == "Wound Care Essentials"
    assert draft.fields["earned_on"]["value"] == "2025-03-14"


def test_an_issuer_on_the_operators_list_confirms_it(dana: Person, vault_folder: Path) -> None:
    (vault_folder / ISSUERS).write_text(json.dumps({own_did(): ""}))
    assert draft_of(dana, signed("png")).issuer_checked


def test_a_changed_badge_is_confirmed_by_nobody(dana: Person, vault_folder: Path) -> None:
    (vault_folder / ISSUERS).write_text(json.dumps({own_did(): ""}))
    draft = draft_of(dana, signed("json").replace(b"Dana", b"Evan"), "badge.json")
    assert not draft.issuer_checked
    assert draft.questions[0]["code"] == "signature_bad"


@pytest.mark.parametrize("listed", ["", "[]", "{", '{"did:key:zother": ""}'])
def test_a_list_that_does_not_name_the_issuer_confirms_nothing(dana: Person, vault_folder: Path, listed: str) -> None:
    (vault_folder / ISSUERS).write_text(listed)
    assert not draft_of(dana, signed("png")).issuer_checked


def test_a_picture_without_a_badge_is_left_to_the_reader(vault_folder: Path) -> None:
    (vault_folder / "photo.png").write_bytes(picture())
    assert read_badge(vault_folder / "photo.png", "photo.png") is None
