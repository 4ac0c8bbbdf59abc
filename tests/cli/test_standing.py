"""`recert standing` says where a transcript stands, as text and as the contract's JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import HEADER, Ask

DANA = "standing dana.csv --credential cma-aama --certified 2021-11-05 --as-of 2026-11-01"
LUZ = "standing luz.csv --credential ccma-nha --cycle 2024-11-06..2026-11-06"


def test_dana_is_not_ready_and_told_what_is_missing(ask: Ask) -> None:
    answer = ask(DANA)
    assert (answer.status, answer.err) == (1, "")
    assert "Not ready yet.\nYou still need 13 points: at least 2 administrative." in answer.out
    assert "  administrative  ████████████████░░░░  8 of 10   2 short [1]\n" in answer.out
    assert "  AAMA approved   ████████████████████  32 of 30  met [1]\n" in answer.out
    assert "2024-06-30  #e BLS: 4 points, clinical (approved)" in answer.out


def test_every_activity_that_does_not_count_says_why(ask: Ask) -> None:
    assert "#d Quick webinar: 0 of 0.5 points\n              Lasted 30 minutes" in ask(DANA).out


def test_every_number_leads_to_a_source_with_the_day_it_was_read(ask: Ask) -> None:
    out = ask(DANA).out
    assert "  [1] AAMA: Recertification Policies (undated), read on 2026-11-22\n" in out
    assert "      https://www.aama-ntl.org/cma-aama-exam/recertification-policies\n" in out


def test_every_route_has_its_latest_safe_day_and_those_gone_by_are_marked(ask: Ask) -> None:
    out = " ".join(ask(DANA).out.split())
    assert "Online, with other credit: apply by 2026-11-09. Applications" in out
    assert "By exam: pass by 2026-09-30, so apply well before (this day has passed)." in out


def test_someone_who_has_everything_is_ready(ask: Ask) -> None:
    rows = [f"{c},2022-01-0{i},{c},AAMA,,20,aama_ceu,,{c},aama,," for i, c in enumerate(CATEGORIES, 1)]
    Path("full.csv").write_text("\n".join([HEADER, *rows]))
    answer = ask("standing full.csv --credential cma-aama --certified 2021-11-05")
    assert answer.status == 0
    assert "Ready.\nEvery published requirement is met." in answer.out


CATEGORIES = ["administrative", "clinical", "general"]


def test_a_file_of_nothing_but_its_header_is_an_empty_transcript(ask: Ask) -> None:
    answer = ask("standing empty.csv --credential cma-aama --certified 2021-11-05 --json")
    assert answer.status == 1
    assert answer.document["activities"] == []
    assert answer.document["gap"]["points"] == "60"


@pytest.mark.parametrize("file", ["dana.xlsx", "dana.json"])
def test_the_format_of_the_file_changes_nothing(ask: Ask, file: str) -> None:
    from_csv = ask(f"{DANA} --json").document
    other = ask(f"{DANA.replace('dana.csv', file)} --json").document
    assert {**other, "file": None} == {**from_csv, "file": None}


def test_the_json_has_every_field_of_the_contract(ask: Ask) -> None:
    document = ask(f"{DANA} --json").document
    assert {
        "credential",
        "edition",
        "as_of",
        "cycle",
        "met",
        "findings",
        "gap",
        "activities",
        "questions",
        "dates",
    } <= set(document)
    assert document["cycle"] == {"starts": "2021-11-05", "ends": "2026-11-30"}
    assert [finding["about"] for finding in document["findings"]] == ["total", *CATEGORIES, "approved"]
    for finding in document["findings"]:
        assert {"about", "needed", "earned", "short", "met", "source", "confidence"} <= set(finding)
        assert {"title", "href", "read_on"} <= set(finding["source"])
    assert document["gap"] == {"points": "13", "needs": [{"about": "administrative", "points": "2"}]}
    assert [activity["id"] for activity in document["activities"]] == ["a", "b", "c", "d", "e"]
    for activity in document["activities"]:
        assert {"id", "points", "counted", "as", "reasons"} <= set(activity)
        assert all({"code", "text"} <= set(reason) for reason in activity["reasons"])
    assert all({"activity", "code", "text"} <= set(question) for question in document["questions"])


def test_the_json_dates_name_every_route_of_the_contract(ask: Ask) -> None:
    dates = ask(f"{DANA} --json").document["dates"]
    assert (dates["expires_on"], dates["ce_route_closes_on"]) == ("2026-11-30", "2027-02-28")
    assert {safe["route"]: safe["apply_by"] for safe in dates["latest_safe"]} == {
        "all_approved": "2026-11-30",
        "online": "2026-11-09",
        "expedited": "2026-11-23",
        "mail": "2026-10-31",
        "exam": "2026-10-31",
    }
    assert all({"route", "apply_by", "why", "source"} <= set(safe) for safe in dates["latest_safe"])


def test_the_day_asked_about_moves_no_point(ask: Ask) -> None:
    early, late = (ask(f"{DANA[:-10]}{day} --json").document for day in ("2022-01-01", "2030-01-01"))
    assert early["findings"] == late["findings"]
    assert {question["code"] for question in early["questions"]} - {
        question["code"] for question in late["questions"]
    } == {"future_date"}


def test_what_the_file_held_beside_activities_is_reported(ask: Ask) -> None:
    command = "standing log.xlsx --credential cma-aama --certified 2021-11-05"
    out = ask(command).out
    assert "How log.xlsx was read" in out
    assert "  - Not part of a transcript, kept as notes: “Mood”." in out
    assert ask(f"{command} --json").document["file"] == {
        "name": "log.xlsx",
        "unknown_columns": ["Mood"],
        "notes": {"1": "Mood: fine"},
        "unread_sheets": [],
        "remarks": ["The unit was read from the column's name: “Contact Hours” as contact_hour."],
    }


def test_a_misspelled_category_is_pointed_at(ask: Ask) -> None:
    Path("typo.csv").write_text("earned_on,quantity,unit,category\n2024-03-14,1,aama_ceu,clincal")
    out = " ".join(ask("standing typo.csv --credential cma-aama --certified 2021-11-05").out.split())
    assert "#1 names the category “clincal”, which CMA (AAMA) does not have. Did you mean clinical?" in out


def test_in_a_first_cycle_points_from_just_before_it_count(ask: Ask) -> None:
    Path("new.csv").write_text("earned_on,quantity,unit,category,approved_by\n2021-10-01,5,aama_ceu,clinical,aama")
    command = "standing new.csv --credential cma-aama --certified 2021-11-05 --json"
    assert ask(command).document["gap"]["points"] == "60"
    assert ask(f"{command} --first-cycle").document["gap"]["points"] == "55"


def test_where_the_certifier_prints_the_end_the_cycle_is_given(ask: Ask) -> None:
    Path("luz.csv").write_text("Fecha;Curso;Horas;Unidad\n14-mar-2025;Flebotomía;10;ce_credit\n".replace(";", "\t"))
    answer = ask(LUZ)
    assert (answer.status, answer.err) == (0, "")
    assert "Ready." in answer.out


def test_where_sources_disagree_the_larger_number_judges_and_both_are_shown(ask: Ask) -> None:
    out = ask("standing empty.csv --credential ncma-ncct --cycle 2025-12-01..2026-11-30").out
    assert "0 of 14" in out
    assert "total: the sources say different things (14 hours" in out
    assert "12 hours" in out


def test_a_number_nobody_knows_leaves_the_answer_open(ask: Ask) -> None:
    rows = [f"{i},1999-01-0{i},{c},AAMA,,20,aama_ceu,,{c},aama,," for i, c in enumerate(CATEGORIES, 1)]
    Path("old.csv").write_text("\n".join([HEADER, *rows]))
    answer = ask("standing old.csv --credential cma-aama --certified 1998-11-05")
    assert answer.status == 1
    assert "Nobody can say yet.\nNobody could confirm how many points are needed for total: ask AAMA." in answer.out
