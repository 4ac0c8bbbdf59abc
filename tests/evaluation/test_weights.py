"""The weights of titles and providers are fitted to the practice layouts and tried on layouts that were left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation import fit, weights
from evaluation.draw import drawn
from evaluation.fit import Example
from evaluation.truth import papers
from recert.capture.certificates.ranking import ranked

LAYOUTS = ("diploma", "form_rows", "letter", "record_box", "stub", "grand_rounds")


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    few = [paper for paper in papers("develop") if paper.layout in LAYOUTS and paper.number < 3]
    return [one for paper in few for one in weights.examples_of(weights.TITLE, paper, drawn(paper, "clean"))]


def test_what_is_fitted_makes_the_right_titles_the_likeliest(examples: list[Example]) -> None:
    found = fit.fitted(examples)
    best = [ranked(one.found, found)[0][0] for one in examples]
    assert [one.right[one.found.index(title)] for one, title in zip(examples, best, strict=True)] == [True] * len(best)
    assert max(found.values()) > 0 > min(found.values())


def test_a_layout_is_tried_with_weights_that_were_fitted_without_it(
    examples: list[Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    fitted_to: list[set[str]] = []
    monkeypatch.setattr(fit, "fitted", lambda some: fitted_to.append({one.layout for one in some}) or {})
    tried = [one.layout for one, _ in fit.left_out(examples)]
    assert sorted(tried) == sorted(one.layout for one in examples)
    assert all(len(there) < len(set(tried)) for there in fitted_to)


def test_a_few_layouts_are_told_and_not_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = [replace(value, module=tmp_path / "weights.py") for value in (weights.TITLE, weights.PROVIDER)]
    monkeypatch.setattr(weights, "TITLE", kept[0])
    monkeypatch.setattr(weights, "PROVIDER", kept[1])
    weights.main([argument for layout in LAYOUTS for argument in ("--layout", layout)])
    assert "sure of" in capsys.readouterr().out
    assert not (tmp_path / "weights.py").exists()


def test_they_are_kept_as_a_module_that_python_reads() -> None:
    kept: dict[str, object] = {}
    exec(weights.document(weights.TITLE, {"led": 1.2, "line": -1.4}), kept)  # our own text
    assert kept["WEIGHTS"] == {"led": 1.2, "line": -1.4}
