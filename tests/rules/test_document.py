"""Documents: the JSON of the contract, field by field."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from recert.rules.check import check
from recert.rules.document import (
    check_document,
    citation_document,
    edition_document,
    number_document,
    verdict_document,
)
from recert.rules.edition import Certifier, Fact, Lapse, Route, Rulebook
from recert.rules.numbers import Number
from tests.rules.made import CYCLE, TODAY, activity, asks, cap, cited, edition, verdict

SOURCE = {
    "title": "Policies",
    "href": "https://example.org/policies",
    "read_on": "2026-11-22",
    "publisher": "AAMA",
    "dated": "",
}


def citation(says: str) -> dict[str, Any]:
    return {"says": says, "source": SOURCE, "confidence": "confirmed", "note": "", "claims": []}


def document(*rows: Any, **changes: Any) -> dict[str, Any]:
    return verdict_document(verdict(*rows, **changes))


def test_a_citation_says_the_clause_its_source_how_sure_and_what_rivals_claim() -> None:
    one = cited("Sixty points.", note="A note.", claims=("12", "14"), confidence="conflicting")
    assert citation_document(one) == {
        "says": "Sixty points.",
        "source": SOURCE,
        "confidence": "conflicting",
        "note": "A note.",
        "claims": ["12", "14"],
    }


def test_a_verdict_says_what_it_is_about() -> None:
    found = document()
    head = {key: found[key] for key in ("credential", "edition", "as_of", "cycle", "first_cycle", "met", "method")}
    assert head == {
        "credential": "test",
        "edition": "2020-01-01",
        "as_of": "2026-06-01",
        "cycle": {"starts": "2021-11-05", "ends": "2026-11-30"},
        "first_cycle": False,
        "met": False,
        "method": "closed form",
    }


def test_a_finding_is_in_exact_decimals_with_its_citation() -> None:
    (total, unknown) = document(activity(quantity="7.25"), requirements=(asks("total", 30), asks("general", None)))[
        "findings"
    ]
    assert total == {
        "about": "total",
        "needed": "30",
        "earned": "7.25",
        "short": "22.75",
        "met": False,
        **citation("total is asked."),
    }
    assert {key: unknown[key] for key in ("needed", "earned", "short", "met")} == {
        "needed": None,
        "earned": "0",
        "short": None,
        "met": None,
    }


def test_the_gap_is_in_exact_decimals() -> None:
    gap = document(activity(quantity="25.5", category="clinical"))["gap"]
    assert gap == {"points": "5", "needs": [{"about": "general", "points": "5"}]}


def test_an_activity_says_what_counts_as_what_and_why_not_more() -> None:
    row = activity(quantity="12.5", unit="cme", category="clinical")
    (one,) = document(row, caps=(cap("outside", 10, approved=False),))["activities"]
    reason = one.pop("reasons")[0]
    assert one == {"id": "a", "points": "12.5", "counted": "10", "as": {"clinical": "10"}, "approved": False}
    assert reason == {
        "code": "over_cap",
        "text": "Over the limit of 10 points for this kind of credit: 10 of 12.5 count.",
        "wording": "Over the limit of %(at_most)s points for this kind of credit: %(counted)s of %(points)s count.",
        "values": {"at_most": "10", "counted": "10", "points": "12.5"},
        **citation("outside is limited."),
    }


def test_a_reason_without_a_rule_has_no_citation() -> None:
    (one,) = document(activity(relevant=False))["activities"]
    assert one["reasons"] == [
        {
            "code": "not_relevant",
            "text": "You marked it as not related to medical assisting.",
            "wording": "You marked it as not related to medical assisting.",
            "values": {},
        }
    ]


def test_a_question_names_its_activity_or_none() -> None:
    row = activity("late", on="2026-06-02")
    about_it, about_all = document(row, requirements=(asks("total", None),))["questions"]
    assert about_it == {
        "activity": "late",
        "code": "future_date",
        "text": "It is dated 2026-06-02, which is still to come. It counts once it is done.",
        "wording": "It is dated %(day)s, which is still to come. It counts once it is done.",
        "values": {"day": "2026-06-02"},
    }
    assert (about_all["activity"], about_all["code"], about_all["says"]) == (None, "number_unknown", "total is asked.")


def test_dates_say_when_it_ends_when_the_route_closes_and_by_when_to_apply() -> None:
    routes = (Route(route="exam", days=30, pass_months=2, cited=cited("By exam.")),)
    dates = document(routes=routes, lapse=Lapse(months=3, cited=cited("Three months.")))["dates"]
    assert (dates["expires_on"], dates["ce_route_closes_on"]) == ("2026-11-30", "2027-02-28")
    assert dates["lapse"] == citation("Three months.")
    assert dates["latest_safe"] == [
        {
            "route": "exam",
            "apply_by": "2026-10-31",
            "pass_by": "2026-09-30",
            "why": "Apply at least 30 days before you expire, and pass at least 2 months before.",
            "wording": "Apply at least %(days)s days before you expire, and pass at least %(months)s months before.",
            "values": {"days": "30", "months": "2"},
            **citation("By exam."),
        }
    ]


def test_dates_nobody_knows_are_null() -> None:
    dates = document(routes=(Route(route="online", days=0, cited=cited()),))["dates"]
    assert (dates["ce_route_closes_on"], dates["lapse"], dates["latest_safe"][0]["pass_by"]) == (None, None, None)


def shelf() -> Rulebook:
    certifier = Certifier(id="aama", name="The Association", acronym="AAMA")
    return Rulebook(
        credential="test",
        name="TEST",
        full_name="Test",
        certifier=certifier,
        points_called="points",
        open_questions=("What does it cost?",),
    )


def test_an_edition_says_what_it_is_and_lists_its_numbers() -> None:
    rules = edition(
        effective_from=None, effective_to=date(2019, 12, 31), superseded=True, requirements=(asks("total", 9),)
    )
    found = edition_document(shelf(), rules)
    numbers = found.pop("numbers")
    assert found == {
        "credential": "test",
        "name": "TEST",
        "certifier": "The Association",
        "edition": "superseded",
        "effective_from": None,
        "effective_to": "2019-12-31",
        "superseded": True,
        "since": citation("In force from 2020."),
        "cycle": {"months": 60, "ends": "month_end", **citation("Sixty months.")},
        "open_questions": ["What does it cost?"],
    }
    assert numbers[:2] == [
        {"about": "cycle", "value": 60, "measure": "months", **citation("Sixty months.")},
        {"about": "total", "value": "9", "measure": "points", **citation("total is asked.")},
    ]


def test_an_edition_says_from_and_to_which_day_it_is_in_force() -> None:
    found = edition_document(shelf(), edition(effective_to=date(2026, 12, 31)))
    assert (found["effective_from"], found["effective_to"]) == ("2020-01-01", "2026-12-31")
    assert edition_document(shelf(), edition())["effective_to"] is None


@pytest.mark.parametrize(
    ("value", "measure", "expected"),
    [
        (12500, "usd_cents", "125.00"),
        (5, "usd_cents", "0.05"),
        (150, "points", "1.5"),
        (21, "days", 21),
        (True, "yes_no", True),
        (False, "yes_no", False),
        (None, "usd_cents", None),
        (date(2020, 3, 30), "date", "2020-03-30"),
        ("Not current", "text", "Not current"),
    ],
)
def test_a_number_is_written_by_its_measure(value: Any, measure: str, expected: Any) -> None:
    found = number_document(Number(about="some", value=value, measure=measure, cited=cited()))
    assert found == {"about": "some", "value": expected, "measure": measure, **citation("The policies say so.")}


def test_a_check_says_whether_it_counts_and_what_to_keep() -> None:
    facts = (Fact(about="document_proof", value="Proof of completion", measure="text", cited=cited("Keep it.")),)
    row = activity(quantity="1.5", unit="cme", category="general", relevant=True)
    found = check_document(check(row, edition=edition(facts=facts), cycle=CYCLE, as_of=TODAY))
    questions = found.pop("questions")
    assert found == {
        "counts": "yes",
        "points": "1.5",
        "as": {"general": "1.5"},
        "reasons": [],
        "missing_documents": [{"about": "document_proof", "text": "Proof of completion", **citation("Keep it.")}],
    }
    assert [question["code"] for question in questions] == ["proof_missing"]


def test_a_refused_check_gives_its_reasons() -> None:
    found = check_document(check(activity(relevant=False), edition=edition(), cycle=CYCLE, as_of=TODAY))
    assert (found["counts"], [reason["code"] for reason in found["reasons"]]) == ("no", ["not_relevant"])


def test_every_document_is_plain_json() -> None:
    rows = [activity(unit="ceu"), activity("b", category="clinical", unit="cme")]
    assert json.loads(json.dumps(document(*rows))) == document(*rows)
    assert json.loads(json.dumps(edition_document(shelf(), edition()))) == edition_document(shelf(), edition())
