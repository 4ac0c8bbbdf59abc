"""Each way to apply: whether it is open to this person, until when, at what price, and what to copy, say or write."""

from __future__ import annotations

from datetime import date

from recert.packet.routes import RouteSteps, best_way, ways_to_apply
from tests.packet import cases


def ways(rows: list[str], **more: object) -> dict[str, RouteSteps]:
    return {way.how: way for way in ways_to_apply(cases.packet(rows, **more))}  # type: ignore[arg-type]


def test_everybody_is_told_of_all_five_ways() -> None:
    assert list(ways(cases.MIXED)) == ["online", "mail", "email", "telephone", "exam"]


def test_telephone_is_only_for_those_whose_points_all_stand_on_the_transcript() -> None:
    assert not ways(cases.MIXED)["telephone"].is_open
    call = ways(cases.ALL_APPROVED)["telephone"]
    assert (call.is_open, call.phone, call.apply_by) == (True, "800/228-2262", date(2026, 11, 30))
    assert "clinical: 36 points, 10 needed" in [each.text for each in call.script]


def test_credit_of_others_that_is_not_needed_does_not_close_the_telephone() -> None:
    spare = "z,2025-01-01,Extra,Guild,,5,contact_hour,250,clinical,,,yes"
    assert ways([*cases.ALL_APPROVED, spare])["telephone"].is_open


def test_mail_has_a_posting_day_a_letter_and_a_checklist() -> None:
    mail = ways(cases.MIXED)["mail"]
    assert (mail.apply_by, mail.post_by) == (date(2026, 10, 31), date(2026, 10, 26))
    assert mail.letter is not None
    assert "Copy of certificate no. 3: Medical communication" in [each.text for each in mail.checklist]


def test_what_nobody_knows_is_none_and_never_a_guess() -> None:
    known = ways(cases.MIXED)
    assert (known["mail"].address, known["email"].email, known["email"].offered) == ((), "", None)
    assert {fee.about: fee.value for fee in known["online"].fees} == {"ce_application_fee": None, "expedited_fee": None}


def test_values_to_copy_follow_the_published_order() -> None:
    entry = ways(cases.MIXED)["online"].entries[0]
    assert [each.field for each in entry.fields] == [
        "title", "description", "provider", "amount", "earned_on", "category",
    ]  # fmt: skip
    assert [each.value.text for each in entry.fields][2:5] == ["State College", "1 college credit", "2023-09-12"]


def test_nothing_is_open_before_the_points_are_there_but_the_exam() -> None:
    known = ways(cases.APPROVED)
    assert [how for how, way in known.items() if way.is_open] == ["exam"]
    assert best_way(tuple(known.values())) is None


def test_the_best_way_is_the_quickest_that_is_open() -> None:
    assert best_way(tuple(ways(cases.ALL_APPROVED).values())).how == "telephone"  # type: ignore[union-attr]
    assert best_way(tuple(ways(cases.MIXED).values())).how == "online"  # type: ignore[union-attr]


def test_amt_is_applied_to_in_its_own_log_without_papers() -> None:
    online = ways(cases.RMA_ROWS, credential="rma-amt", cycle=cases.RMA)["online"]
    assert online.is_open
    assert len(online.entries) == 3
    assert {fee.about: fee.value for fee in online.fees} == {"annual_fee": None, "programme_fee": 0}


def test_a_certifier_nobody_knows_how_to_apply_to_is_said_to_be_unknown() -> None:
    known = ways(cases.CCMA_ROWS, credential="ccma-nha", cycle=cases.CCMA)
    assert {how: way.offered for how, way in known.items()} == {
        "online": True, "mail": None, "email": None, "telephone": None, "exam": None,
    }  # fmt: skip
