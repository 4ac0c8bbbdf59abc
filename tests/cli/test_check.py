"""`recert check` says whether one activity counts, before anyone pays for it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Ask

CMA = "check --credential cma-aama --certified 2021-11-05 --as-of 2026-11-01"


@pytest.mark.parametrize(
    ("options", "counts", "points", "status"),
    [
        ("--quantity 2 --unit aama_ceu --approved-by aama --category clinical", "yes", "2", 0),
        ("--quantity 3 --unit college_credit --kind college --category general", "yes", "30", 0),
        ("--kind cpr_card", "yes", "4", 0),
        ("--quantity 1 --unit ceu", "depends", "0", 0),
        ("--quantity 0.1 --unit iacet_ceu --relevant yes", "depends", "1", 0),
        ("--quantity 1 --unit ceu --minutes 60", "yes", "1", 0),
        ("--quantity 0.8 --unit cme --category clinical", "no", "0", 1),
        ("--kind employment --quantity 1", "no", "0", 1),
        ("--kind employment", "no", "0", 1),
        ("--kind in_service", "no", "0", 1),
        ("--relevant no", "no", "0", 1),
        ("--quantity 1 --unit cme --earned-on 2020-01-01", "no", "0", 1),
        ("--quantity 1 --unit cme --relevant no", "no", "0", 1),
    ],
)
def test_the_answer_is_yes_no_or_depends(ask: Ask, options: str, counts: str, points: str, status: int) -> None:
    answer = ask(f"{CMA} {options} --json")
    assert (answer.document["counts"], answer.document["points"], answer.status) == (counts, points, status)


def test_the_json_has_every_field_of_the_contract(ask: Ask) -> None:
    document = ask(f"{CMA} --title Wounds --quantity 2 --unit cme --category clinical --json").document
    assert {"counts", "points", "as", "reasons", "missing_documents", "questions"} <= set(document)
    assert document["as"] == {"clinical": "2"}
    assert all({"activity", "code", "text"} <= set(question) for question in document["questions"])


def test_credit_from_outside_needs_papers_and_approved_credit_does_not(ask: Ask) -> None:
    outside = ask(f"{CMA} --quantity 2 --unit cme --json").document["missing_documents"]
    assert "Proof of completion" in [paper["text"] for paper in outside]
    assert ask(f"{CMA} --quantity 2 --unit aama_ceu --json").document["missing_documents"] == []


def test_the_text_says_it_plainly(ask: Ask) -> None:
    out = ask(f"{CMA} --quantity 2 --unit cme --category clinical").out
    assert out.startswith("Does it count for CMA (AAMA)?\nYes, it counts.\n2 recertification points, clinical.\n")
    assert "Keep these papers for your application\n  - Proof of completion [" in out


def test_a_no_names_its_rule(ask: Ask) -> None:
    out = ask(f"{CMA} --kind employment --quantity 1").out
    assert "No, it does not count.\n0 recertification points.\n  - The certifier does not accept this kind" in out


def test_on_top_of_a_transcript_only_what_still_fits_counts(ask: Ask) -> None:
    alone = f"{CMA} --quantity 2 --unit college_credit --kind college --category general --json"
    assert ask(alone).document["points"] == "30"
    assert ask(f"{alone} --transcript dana.csv").document["points"] == "15"


def test_without_a_day_it_is_judged_on_a_day_of_the_cycle(ask: Ask) -> None:
    command = "check --credential cma-aama --certified 2015-03-10 --quantity 2 --unit aama_ceu --json"
    assert ask(command).document["counts"] == "yes"
