"""`recert credentials` and `recert rules` show what we know, how sure we are, and what nobody knows."""

from __future__ import annotations

from tests.cli.conftest import Ask


def test_every_credential_is_one_line_of_the_contract(ask: Ask) -> None:
    rows = ask("credentials --json").document
    assert all({"id", "name", "certifier", "cycle_months", "total", "unit", "confidence"} <= set(row) for row in rows)
    cma = next(row for row in rows if row["id"] == "cma-aama")
    assert (cma["name"], cma["cycle_months"], cma["total"], cma["confidence"]) == ("CMA (AAMA)", 60, "60", "confirmed")


def test_conflicting_and_unknown_totals_say_so(ask: Ask) -> None:
    rows = {row["id"]: row for row in ask("credentials --json").document}
    assert rows["ncma-ncct"]["confidence"] == "conflicting"
    assert (rows["rma-arma"]["total"], rows["rma-arma"]["confidence"]) == (None, "unknown")


def test_the_list_is_grouped_by_certifier(ask: Ask) -> None:
    answer = ask("credentials")
    assert answer.status == 0
    assert "\nNational Healthcareer Association\n  ccma-nha" in answer.out
    assert "Credentials whose rules nobody could confirm: ask the certifier" in answer.out


def test_every_number_of_an_edition_has_its_source_and_confidence(ask: Ask) -> None:
    document = ask("rules cma-aama --on 2026-11-22 --json").document
    assert {"credential", "edition", "effective_from", "cycle", "numbers"} <= set(document)
    assert (document["edition"], document["effective_from"]) == ("2020-01-01", "2020-01-01")
    for number in document["numbers"]:
        assert {"about", "value", "source", "confidence"} <= set(number)
        assert {"title", "href", "read_on"} <= set(number["source"])
    values = {number["about"]: number["value"] for number in document["numbers"]}
    assert (values["total"], values["clinical"], values["approved"], values["outside"]) == ("60", "10", "30", "30")


def test_the_edition_of_another_day_is_the_one_that_was_in_force(ask: Ask) -> None:
    def cpr_on(day: str) -> object:
        numbers = ask(f"rules cma-aama --on {day} --json").document["numbers"]
        return next(number["value"] for number in numbers if number["about"] == "cpr_required")

    assert cpr_on("2013-05-31") is True
    assert cpr_on("2013-06-01") is False


def test_the_rules_read_as_text_with_marks_to_their_sources(ask: Ask) -> None:
    out = ask("rules cma-aama").out
    assert "  administrative: 10 points\n      At least 10 points must be administrative. [" in out
    assert "  one iacet ceu: 10 points\n" in out
    assert "copied: read in the certifier's document on another site" in out
    assert "see: recert rules cma-aama --on" in out


def test_rules_nobody_could_confirm_are_an_empty_answer_that_says_so(ask: Ask) -> None:
    answer = ask("rules rma-arma")
    assert answer.status == 0
    assert "Ask your" in answer.out
    assert ask("rules rma-arma --json").document["numbers"] == []


def test_one_may_ask_by_letters_that_mean_only_one(ask: Ask) -> None:
    assert ask("rules cmac --json").document["credential"] == "cmac-amca"
