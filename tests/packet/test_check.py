"""The check before sending, on three files with deliberate flaws and one without."""

from __future__ import annotations

from collections.abc import Mapping

from recert.packet.check import CheckLine, check_packet
from recert.packet.values import Papers
from tests.packet import cases

Found = set[tuple[str | None, str, str]]


def found(rows: list[str], papers: Mapping[str, Papers]) -> tuple[Found, list[CheckLine]]:
    checked = check_packet(cases.packet(rows, papers=papers))
    return {(line.activity, line.about, line.state) for line in checked if line.state != "ok"}, list(checked)


CARD = ("d", "transcript", "look")


def test_a_file_in_order_leaves_nothing_but_the_card_to_look_at() -> None:
    rows = [row for row in cases.MIXED if row[0] not in "fh"]
    assert found(rows, cases.mixed_papers())[0] == {CARD}


def test_first_flaw_a_certificate_and_a_description_are_missing() -> None:
    rows = [row for row in cases.MIXED if row[0] not in "fh"]
    papers = {"g": cases.paper("Coding update", described=False)}
    flaws, checked = found(rows, papers)
    assert flaws == {
        CARD,
        ("e", "document_proof", "missing"),
        ("e", "document_description", "missing"),
        ("e", "document_name", "look"),
        ("g", "document_description", "missing"),
    }
    letter = next(line.letter for line in checked if line.activity == "e" and line.letter)
    assert letter.to == "State College"
    assert "On 2023-09-12 I completed your course “Medical communication”." in [each.text for each in letter.body]


def test_second_flaw_what_the_certifier_has_and_what_is_over_the_limit_is_sent() -> None:
    rows = [
        *cases.APPROVED,
        *(f"x{n},2025-0{n}-01,Course {n},Guild,,15,contact_hour,750,clinical,,,yes" for n in (1, 2, 3)),
    ]
    papers = {each: cases.paper("Paper") for each in ("a", "x1", "x2", "x3")}
    flaws, _ = found(rows, papers)
    assert {CARD, ("a", "transcript", "should_not_be_sent"), ("x3", "cap", "should_not_be_sent")} <= flaws


def test_third_flaw_no_category_no_provider_and_an_ambiguous_unit() -> None:
    rows = [
        *cases.APPROVED,
        "p,2025-01-01,Course of nobody,,,10,contact_hour,500,,,,yes",
        "q,2025-02-01,Other course,Guild,,13,contact_hour,650,clinical,,,",
    ]
    flaws, _ = found(rows, {each: cases.paper("Paper") for each in "pq"})
    assert flaws == {
        CARD,
        ("p", "document_organisation", "missing"),
        ("p", "category", "missing"),
        ("q", "relevance_not_stated", "look"),
    }


def test_what_buys_nothing_can_be_left_out_together() -> None:
    packet = cases.packet(cases.MIXED, papers=cases.mixed_papers())
    spare = {line.activity.id for line in packet.lines if line.spare}
    assert spare == {"f", "h"}
    without = cases.packet([row for row in cases.MIXED if row[0] not in spare])
    assert (without.verdict.met, without.verdict.gap.points) == (True, 0)


def test_amt_asks_for_papers_only_in_an_audit() -> None:
    packet = cases.packet(cases.RMA_ROWS, credential="rma-amt", cycle=cases.RMA)
    assert {line.mark for line in packet.lines} == {"kept"}
    assert {line.state for line in check_packet(packet) if line.number} <= {"ok", "look"}


def test_where_nobody_knows_whether_a_paper_is_wanted_it_is_not_called_missing() -> None:
    rows = ["n,2026-01-10,Phlebotomy refresher,NHA,,10,ce_credit,,,nha,,"]
    packet = cases.packet(rows, credential="ccma-nha", cycle=cases.CCMA)
    assert [line.state for line in check_packet(packet) if line.about == "document_proof"] == ["look"]


def test_for_an_audit_every_paper_on_file_goes_in_and_the_rest_is_missing() -> None:
    papers = {"1": cases.paper("Phlebotomía avanzada")}
    packet = cases.packet(cases.RMA_ROWS, credential="rma-amt", cycle=cases.RMA, papers=papers, purpose="audit")
    assert [line.mark for line in packet.lines] == ["attached", "missing", "missing"]


def test_points_that_are_missing_come_first() -> None:
    first = check_packet(cases.packet(cases.APPROVED))[0]
    assert (first.about, first.state, first.said.text) == ("total", "missing", "Points are missing: 23, total.")
