"""docs/rulebook-format.md is true: its examples are read, and it names every key there is."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from recert.rulebooks.reader import read_rulebook
from recert.rules import edition
from recert.rules.transcript import KINDS, UNITS
from tests.rulebooks.scenario import EXPECT, scenarios

TEXT = (Path(__file__).parents[2] / "docs" / "rulebook-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
NAMED = set(re.findall(r"`([a-z_]+)(?::[^`]*)?`", TEXT))
SHAPES = [
    edition.Source, edition.Citation, edition.Requirement, edition.Selector, edition.Cap, edition.Conversion,
    edition.KindRule, edition.Approver, edition.MinimumLength, edition.Cycle, edition.PreEarned, edition.Repeats,
    edition.RecurringTraining, edition.AlsoRequired, edition.Lapse, edition.Route, edition.Fact, edition.Edition,
    edition.Certifier, edition.Rulebook,
]  # fmt: skip


def test_the_example_is_read() -> None:
    (rulebook,) = read_rulebook(EXAMPLES[0], "cmx-nbmx.yaml")
    (only,) = rulebook.editions
    assert [each.needed for each in only.requirements] == [2000, 750]
    assert (only.conversions[1].points, only.caps[0].at_most, only.facts[0].value) == (None, 500, 9500)


def test_the_example_scenario_holds(tmp_path: Path) -> None:
    file = tmp_path / "cma-aama.yaml"
    file.write_text(EXAMPLES[1], encoding="utf-8")
    (scenario,) = scenarios(file)
    scenario.hold()


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_key_is_explained(shape: type) -> None:
    assert {field.name for field in fields(shape)} - NAMED == set()


def test_every_unit_kind_and_expectation_is_named() -> None:
    assert {*KINDS, *UNITS, *EXPECT} - NAMED == set()
