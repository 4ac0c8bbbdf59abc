"""Find a rulebook by its id or its letters, and read no more files than the question needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from recert.rulebooks import library
from recert.rulebooks.library import AmbiguousCredential, UnknownCredential, rulebook, search


def test_letters_that_mean_several_credentials_are_refused_with_all_of_them_named() -> None:
    with pytest.raises(AmbiguousCredential) as refused:
        rulebook("CCMA")
    named = ["ccma-nha", "ccma-a-ccbma", "ccma-c-ccbma", "ccma-ac-ccbma", "ccma-aah", "ccma-nps"]
    assert [each for each in named if each not in str(refused.value)] == []


@pytest.mark.parametrize("letters", ["cma", "rma", "ccma", "CCMAs of California"[:4]])
def test_these_letters_mean_several(letters: str) -> None:
    with pytest.raises(AmbiguousCredential):
        rulebook(letters)


@pytest.mark.parametrize(
    ("letters", "credential"),
    [("cmac", "cmac-amca"), ("NCMA", "ncma-ncct"), ("cpct/a", "cpcta-nha"), ("CCMA-AC", "ccma-ac-ccbma"),
     ("pmac", "pmac-aspma"), (" CMA-AAMA ", "cma-aama"), ("CMA (AAMA)", "cma-aama")],
)  # fmt: skip
def test_letters_that_mean_one_credential_find_it(letters: str, credential: str) -> None:
    assert rulebook(letters).credential == credential


@pytest.mark.parametrize(
    ("asked", "nearest"), [("rmaa-amt", "rma-amt"), ("cma-aaama", "cma-aama"), ("nmca-ncct", "ncma-ncct")]
)
def test_an_unknown_credential_is_refused_with_the_nearest_ones(asked: str, nearest: str) -> None:
    with pytest.raises(UnknownCredential, match=nearest):
        rulebook(asked)


@pytest.mark.parametrize("asked", ["", "../data/amt", "*", "amt/../amt", "a" * 5000, "-", "é-amt"])
def test_no_name_reaches_beyond_the_shelf(asked: str) -> None:
    with pytest.raises((UnknownCredential, AmbiguousCredential)):
        rulebook(asked)


def test_one_rulebook_is_found_without_reading_the_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "cma-aama.yaml").write_text((library.DATA / "cma-aama.yaml").read_text(encoding="utf-8"))
    (tmp_path / "amt.yaml").write_text("this would be refused")
    monkeypatch.setattr(library, "DATA", tmp_path)
    assert rulebook("cma-aama").name == "CMA (AAMA)"


@pytest.mark.parametrize(
    ("words", "first"),
    [("aama", "cma-aama"), ("CMA", "cma-aama"), ("registered medical assistant", "rma-amt"), ("ncct", "ncma-ncct"),
     ("phlebotomy", "rpt-amt"), ("california", "ccma-a-ccbma"), ("certified clinical medical assistant", "ccma-nha"),
     ("ccma nha", "ccma-nha"), ("eye ophthalmic", None), ("nahp", "nrcma-nahp"), ("cpct/a", "cpcta-nha")],
)  # fmt: skip
def test_a_search_puts_the_likeliest_first(words: str, first: str | None) -> None:
    found = [each.credential for each in search(words)]
    assert (found[0] if found else None) == first


def test_a_search_for_ccma_finds_every_credential_of_that_name() -> None:
    found = {each.credential for each in search("ccma")}
    assert {"ccma-nha", "ccma-a-ccbma", "ccma-c-ccbma", "ccma-ac-ccbma", "ccma-aah", "ccma-nps"} <= found


def test_a_misspelled_word_still_finds() -> None:
    assert [each.credential for each in search("phlebotmy")][:1] == ["rpt-amt"]


def test_a_search_for_nothing_shows_everything() -> None:
    assert search(" ") == library.all_rulebooks()
