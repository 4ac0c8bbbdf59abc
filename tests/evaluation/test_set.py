"""Every truth is really printed on its paper, the parts are apart, and drawing is repeatable."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from evaluation.days import printed
from evaluation.draw import drawn
from evaluation.pictures import LOOKS, handed_in
from evaluation.score import plain
from evaluation.truth import CERTIFICATES, HERE, Entry, Paper, papers
from evaluation.typeset import typeset

EVERY = papers()
LAYOUTS = sorted({f"{paper.part}-{paper.layout}" for paper in EVERY})
OF_CARDS = {"Basic Life Support", "Adult and Pediatric First Aid/CPR/AED"}
"""Titles that cards of every school of resuscitation bear."""
DAYS = ("earned_on", "expires_on")
BODIES = {"aama": ("aama",), "ancc": ("nurses credentialing",), "accme": ("accme",), "acpe": ("acpe",)}
BODIES |= {"pace": ("p a c e",), "amt": ("amt",), "iacet": ("iacet",)}
UNITS = {"contact_hour": ("contact h", "horas de contacto", "horas contacto", "horas credito")}
UNITS |= {"aama_ceu": ("aama ceu",), "iacet_ceu": ("iacet ceu",), "ceu": ("ceus",)}
UNITS |= {"cme": ("ama pra category 1",), "cne": ("cne contact hours",), "college_credit": ("semester credits",)}
UNITS |= {"clock_hour": ("clock hours",), "ce_credit": ("ce credit",)}


@cache
def text_of(name: str) -> str:
    paper = next(one for one in EVERY if one.name == name)
    with pypdfium2.PdfDocument(typeset(paper)) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def printed_on(layout: str) -> list[tuple[str, Entry]]:
    """Each certificate of a layout with all the text of its file."""
    there = [paper for paper in EVERY if f"{paper.part}-{paper.layout}" == layout]
    return [(text_of(paper.name), entry) for paper in there for entry in paper.entries]


def by_layout() -> list[Paper]:
    return [paper for paper in EVERY if paper.number == 1]


def test_the_set_is_large_enough() -> None:
    certificates = sum(1 for paper in EVERY for entry in paper.entries if entry.kind in CERTIFICATES)
    assert certificates >= 150
    assert len({(paper.part, paper.layout) for paper in EVERY}) >= 30


def test_no_layout_is_in_both_parts() -> None:
    layouts = {part: {paper.layout for paper in papers(part)} for part in ("develop", "heldout")}
    assert layouts["develop"] & layouts["heldout"] == set()


def test_enough_layouts_and_papers_are_held_out_to_tell_a_rate() -> None:
    held_out = papers("heldout")
    assert len({paper.layout for paper in held_out}) >= 30
    assert sum(entry.kind in CERTIFICATES for paper in held_out for entry in paper.entries) >= 100


@pytest.mark.parametrize("part", ["develop", "heldout"])
def test_every_layout_that_is_there_is_drawn(part: str) -> None:
    assert {file.stem for file in (HERE / part).glob("*.typ")} == {paper.layout for paper in papers(part)}


def test_held_out_papers_share_no_title_with_the_others() -> None:
    titles = {
        part: {entry.fields.get("title") for paper in papers(part) for entry in paper.entries}
        for part in ("develop", "heldout")
    }
    assert titles["develop"] & titles["heldout"] - {None, *OF_CARDS} == set()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_of_the_truth_are_on_the_paper(layout: str) -> None:
    for text, entry in printed_on(layout):
        for name in ("title", "holder", "provider", "approval_number"):
            assert plain(entry.fields.get(name, "")).replace(" ", "") in plain(text).replace(" ", ""), name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_numbers_of_the_truth_are_on_the_paper(layout: str) -> None:
    for text, entry in printed_on(layout):
        for number in (entry.fields[name] for name in ("quantity", "minutes") if name in entry.fields):
            assert re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|\.\d)", text), number


@pytest.mark.parametrize("layout", LAYOUTS)
def test_days_of_the_truth_are_on_the_paper(layout: str) -> None:
    for text, entry in printed_on(layout):
        for day in (entry.fields[name] for name in DAYS if name in entry.fields):
            assert any(plain(way) in plain(text) for way in printed(day).values()), day


@pytest.mark.parametrize("layout", LAYOUTS)
def test_units_and_bodies_of_the_truth_are_on_the_paper(layout: str) -> None:
    for text, entry in printed_on(layout):
        unit, bodies = entry.fields.get("unit"), entry.fields.get("approved_by", "")
        assert unit is None or any(word in plain(text) for word in UNITS[unit])
        assert all(any(word in plain(text) for word in BODIES[body]) for body in bodies.split(";") if body)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_paper_without_an_amount_prints_none(layout: str) -> None:
    for text, entry in printed_on(layout):
        silent = entry.kind == "course" and "quantity" not in entry.fields
        assert not silent or not re.search(r"\d\s*(contact )?hours?\b|\bCEUs?\b", text)


@pytest.mark.parametrize("paper", by_layout(), ids=lambda paper: paper.name)
def test_traps_are_printed_too(paper: Paper) -> None:
    text = plain(text_of(paper.name)).replace(" ", "")
    traps = [value for entry in paper.entries for value in entry.also.values() if isinstance(value, str)]
    shown = [trap for trap in traps if any(plain(way).replace(" ", "") in text for way in _ways(trap))]
    assert shown == traps


def test_a_paper_is_drawn_the_same_each_time() -> None:
    paper = EVERY[3]
    pdf = typeset(paper)
    assert pdf == typeset(paper)
    assert all(handed_in(paper, pdf, look) == handed_in(paper, pdf, look) for look in LOOKS)


def test_a_photograph_is_a_photograph_and_is_drawn_once(tmp_path: Path) -> None:
    file = drawn(EVERY[3], "photo", tmp_path)
    picture = Image.open(BytesIO(file.read_bytes()))
    assert min(picture.size) > 1500
    assert picture.mode == "RGB"
    first = file.stat().st_mtime_ns
    assert drawn(EVERY[3], "photo", tmp_path).stat().st_mtime_ns == first


def test_the_looks_come_in_the_formats_that_people_hand_in() -> None:
    looks = [(paper, look) for look in LOOKS for paper in papers("develop")[:5]]
    endings = {handed_in(paper, typeset(paper), look).name.rpartition(".")[2] for paper, look in looks}
    assert endings == {"pdf", "png", "jpg", "tif", "heic"}


def _ways(trap: str) -> list[str]:
    days = list(printed(trap).values()) if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", trap) else []
    return [trap, *days]
