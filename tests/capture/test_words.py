"""The words in a cell are read as what they mean, in English and Spanish."""

from __future__ import annotations

import pytest

from recert.capture.transcripts.cells import read_approvers, read_category, read_kind, read_relevant, read_text
from recert.capture.transcripts.remarks import CellUnreadable
from recert.rules.transcript import KINDS, UNITS, category_text
from tests.capture.files import only


@pytest.mark.parametrize(
    ("text", "kind"),
    [("", "course"), ("Webinar", "course"), ("In person", "course"),
     ("BLS", "cpr_card"), ("CPR card", "cpr_card"), ("In-Service", "in_service"),
     ("Continued employment", "employment"), ("College", "college"), ("taller", "workshop"), ("Review course", "exam_review")],
)  # fmt: skip
def test_kinds_go_by_many_names(text: str, kind: str) -> None:
    assert read_kind(text) == kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_the_contract_is_read_as_itself(kind: str) -> None:
    assert read_kind(kind) == kind


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_of_the_contract_is_read_as_itself(unit: str) -> None:
    assert only("quantity,unit", f"1,{unit}").unit == unit


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("clinical", "clinical"),
        ("Clinical", "clinical"),
        ("admin", "administrative"),
        ("Gen.", "general"),
        ("clínica", "clinical"),
        ("clinical=2;general=1", "clinical=2;general=1"),
        ("clinical=1.5; general=.5", "clinical=1.5;general=0.5"),
        ("Clin: 1,5; Gen: 0,5", "clinical=1.5;general=0.5"),
        ("2 clinical, 1 general", None),
        ("Admin 2, Gen 1", "administrative=2;general=1"),
        ("clinical|general", "clinical|general"),
        ("clinical or general", "clinical|general"),
        ("Clinical/General", "clinical|general"),
        ("clinical|general=2;administrative=1", "clinical|general=2;administrative=1"),
        ("infection control", "infection_control"),
        ("", ""),
        ("n/a", ""),
        ("clinical, general", None),
        ("clinical;general", None),
        ("Clinical & General", None),
        ("clinical and general", None),
        ("Admin. 1 and Gen. 2", "administrative=1;general=2"),
        ("clinical=", None),
        ("=2", None),
        ("clinical=-1;general=2", None),
        ("clinical=NaN", None),
        ("10", None),
        ("clinical|", None),
    ],
)
def test_a_category_is_a_name_a_split_or_a_choice(text: str, category: str | None) -> None:
    if category is None:
        with pytest.raises(CellUnreadable):
            read_category(text)
    else:
        assert category_text(read_category(text)) == category


@pytest.mark.parametrize(
    ("text", "relevant"),
    [("yes", True), ("Sí", True), ("x", True), ("✓", True), ("No", False), ("", None), ("?", None)],
)
def test_relevance_is_yes_no_or_not_said(text: str, *, relevant: bool | None) -> None:
    assert read_relevant(text) is relevant


def test_relevance_is_not_a_number() -> None:
    with pytest.raises(CellUnreadable, match="wanted yes, no"):
        read_relevant("7")


@pytest.mark.parametrize(
    ("text", "names"),
    [("aama", ["aama"]), ("AAMA; ANCC", ["aama", "ancc"]), ("AAMA and AMT", ["aama", "amt"]), ("AMA PRA", ["accme"]),
     ("American Association of Medical Assistants", ["aama"]), ("none", []), ("no", []), ("Texas BON", ["texas_bon"])],
)  # fmt: skip
def test_approvers_are_told_by_their_names(text: str, names: list[str]) -> None:
    assert sorted(read_approvers(text)) == names


def test_a_column_that_asks_about_one_approver_is_answered_yes_or_no() -> None:
    assert only("AAMA approved?", "x").approved_by == {"aama"}
    assert only("AAMA approved?", "no").approved_by == set()


def test_yes_does_not_say_who_approved() -> None:
    with pytest.raises(CellUnreadable, match="wanted the approver's name"):
        read_approvers("yes")


@pytest.mark.parametrize("text", ["a\0b", "bell\a", "\ud800", "x" * 2001])
def test_text_no_paper_prints_is_refused(text: str) -> None:
    with pytest.raises(CellUnreadable):
        read_text(text)
