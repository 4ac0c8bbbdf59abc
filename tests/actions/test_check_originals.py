"""The doctor hashes every original again, and mends what can be made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from recert.actions.check_originals import check_originals
from recert.actions.open_vault import vault
from recert.actions.show_page import place_of, show_page
from recert.records.models import Person
from tests.papers import hand_in, pdf

pytestmark = pytest.mark.usefixtures("vault_folder")


def test_what_is_whole_is_counted(dana: Person) -> None:
    hand_in(dana)
    found = check_originals()
    assert (found.whole, found.bytes, found.problems, found.orphans) == (1, len(pdf()), (), 0)


def test_a_flipped_bit_is_found_and_says_which_certificate(dana: Person) -> None:
    paper = hand_in(dana)
    path = vault().path_of(paper.file.digest)
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    (problem,) = check_originals().problems
    assert problem.startswith(f"The original {path} (/certificates/{paper.pk}/) is damaged")


def test_a_missing_original_is_found(dana: Person) -> None:
    vault().forget(hand_in(dana).file.digest)
    assert "is missing: restore it from a backup" in check_originals().problems[0]


def test_handing_the_same_file_in_again_makes_it_well(dana: Person) -> None:
    vault().forget(hand_in(dana).file.digest)
    hand_in(dana)
    assert check_originals().problems == ()


def test_what_was_interrupted_is_counted_as_nobodys(dana: Person, vault_folder: Path) -> None:
    hand_in(dana)
    (vault_folder / "files" / "arriving" / "half").write_bytes(b"%PDF")
    vault().keep([b"acknowledged to nobody"], most=100)
    assert check_originals().orphans == 2


def test_a_damaged_page_image_is_drawn_again(dana: Person) -> None:
    paper = hand_in(dana)
    picture = show_page(dana, certificate_id=paper.pk, page=1)
    place_of(paper.file.digest, 1).write_bytes(picture[:100])
    assert check_originals().redrawn == 1
    assert place_of(paper.file.digest, 1).read_bytes() == picture


def test_a_page_image_that_is_gone_is_made_again_when_it_is_looked_at(dana: Person) -> None:
    paper = hand_in(dana)
    picture = show_page(dana, certificate_id=paper.pk, page=1)
    place_of(paper.file.digest, 1).unlink()
    assert show_page(dana, certificate_id=paper.pk, page=1) == picture
