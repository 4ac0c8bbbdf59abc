"""Past cycles keep their last verdict, any verdict can be replayed, and a change of rules is told."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from recert.records.models import Holding, Person, RuleNotice, StoredVerdict
from recert.web.history.changes import sentence
from tests.web.transcripts import dana_is_short

pytestmark = pytest.mark.django_db


@pytest.fixture
def holding(client: Client, dana: Person) -> Holding:
    holding = dana_is_short(dana)
    client.force_login(dana)
    client.get("/")
    return holding


def test_without_a_credential_the_history_says_what_it_will_hold(client: Client, evan: Person) -> None:
    client.force_login(evan)
    assert "No history yet" in client.get("/history/").content.decode()


def test_an_open_cycle_shows_what_was_answered(client: Client, holding: Holding) -> None:
    page = client.get("/history/").content.decode()
    assert "This cycle is open." in page
    assert "Still missing: 10 administrative points." in page


def test_a_renewed_cycle_keeps_its_last_standing(client: Client, holding: Holding) -> None:
    client.post(f"/hold/{holding.pk}/renew/", {"recertified_on": "2026-11-20"})
    page = client.get("/history/").content.decode()
    assert "Closed on Nov. 20, 2026, with this standing:" in page
    assert "the last of its cycle" in page


def test_a_stored_verdict_replays_to_the_same_answer(client: Client, holding: Holding) -> None:
    verdict = StoredVerdict.objects.get(holding=holding)
    page = client.get(f"/history/{verdict.pk}/").content.decode()
    assert "the same answer, to the last point" in page
    assert "Still missing: 10 administrative points." in page


def test_a_replay_that_differs_says_where(client: Client, holding: Holding) -> None:
    verdict = StoredVerdict.objects.get(holding=holding)
    verdict.document["findings"][2]["earned"] = "99"
    verdict.save()
    page = client.get(f"/history/{verdict.pk}/").content.decode()
    assert "the answer differs" in page
    assert "Clinical: earned was 99, and is 28." in page


def test_somebody_elses_verdict_is_not_found(client: Client, holding: Holding, evan: Person) -> None:
    verdict = StoredVerdict.objects.get(holding=holding)
    client.force_login(evan)
    assert client.get(f"/history/{verdict.pk}/").status_code == 404


@pytest.fixture
def notice(holding: Holding) -> RuleNotice:
    needed = {"old": "10", "new": "15", "change": "5"}
    change: dict[str, Any] = {
        "requirements": [{"about": "administrative", "needed": needed, "short": needed}],
        "gap": {"old": "10", "new": "15", "change": "5"},
        "met": {"old": False, "new": False},
        "editions": {"old": "2020-01-01", "new": "2027-01-01"},
    }
    names = {"old_edition": "2020-01-01", "new_edition": "2027-01-01", "old_digest": "a", "new_digest": "b"}
    return RuleNotice.objects.create(holding=holding, change=change, **names)


def test_a_change_of_rules_is_told_at_home_and_explained_here(client: Client, notice: RuleNotice) -> None:
    assert f"/history/#notice-{notice.pk}" in client.get("/").content.decode()
    page = client.get("/history/").content.decode()
    assert "You have 5 points more to earn than before: 15 instead of 10." in page
    assert "+5" in page


def test_a_notice_that_was_read_leaves_home_and_stays_in_the_history(client: Client, notice: RuleNotice) -> None:
    client.post(f"/history/notices/{notice.pk}/seen/")
    assert "The rules for this credential changed." not in client.get("/").content.decode()
    page = client.get("/history/").content.decode()
    assert "15 instead of 10" in page
    assert "I have read this" not in page


def test_somebody_elses_notice_cannot_be_read_away(client: Client, notice: RuleNotice, evan: Person) -> None:
    client.force_login(evan)
    assert client.post(f"/history/notices/{notice.pk}/seen/").status_code == 404


@pytest.mark.parametrize(
    ("by", "said"),
    [("-4", "4 points less"), ("2.5", "2.5 points more"), ("0", "stays the same"), (None, "stays the same")],
)
def test_the_change_is_said_by_how_much(by: str | None, said: str) -> None:
    assert said in sentence({"gap": {"old": "10", "new": "6", "change": by}})
