"""What was shown is kept, closed cycles are frozen, and every verdict can be replayed under the rules of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from recert.actions.check_standing import check_standing
from recert.actions.judge_holding import Case, judge_holding
from recert.actions.list_history import list_history
from recert.actions.refresh_verdicts import refresh_verdicts
from recert.actions.renew_credential import RenewalRefused, renew_credential
from recert.actions.replay_verdict import Difference, differences, replay_verdict
from recert.actions.trash_activity import trash_activity
from recert.records.models import Holding, Person, StoredVerdict
from recert.records.snapshots import transcript_of
from recert.rulebooks.library import rulebook
from recert.rules.points import ONE
from tests.actions.conftest import Finish


def shown_points(person: Person) -> list[str]:
    (cycle,) = list_history(person)
    return [verdict.document["findings"][0]["earned"] for verdict in cycle.verdicts]


def test_each_change_that_was_seen_is_one_entry(dana: Person, cma: Holding, finish: Finish, today: date) -> None:
    for quantity in ("1", "2", "4"):
        finish(dana, quantity)
        check_standing(dana, today=today)
        check_standing(dana, today=today)
    assert shown_points(dana) == ["7", "3", "1"]


def test_a_long_history_takes_three_queries(
    dana: Person, cma: Holding, finish: Finish, today: date, django_assert_num_queries: Any
) -> None:
    for quantity in ("1", "2", "4"):
        finish(dana, quantity)
        check_standing(dana, today=today)
    with django_assert_num_queries(3):
        (cycle,) = list_history(dana)
        assert cycle.verdicts[0].document["met"] is False
        assert len(cycle.verdicts) == 3


def test_what_nobody_saw_is_no_history(dana: Person, cma: Holding, finish: Finish, today: date) -> None:
    for quantity in ("1", "2"):
        finish(dana, quantity)
        judge_holding(case(cma, today), transcript=transcript_of(dana), shown=False)
    assert shown_points(dana) == []
    assert StoredVerdict.objects.count() == 1


def test_a_change_that_says_the_same_is_no_new_entry(dana: Person, cma: Holding, finish: Finish, today: date) -> None:
    check_standing(dana, today=today)
    row = finish(dana, "0")
    trash_activity(dana, activity_id=row.pk)
    check_standing(dana, today=today + timedelta(days=1))
    assert StoredVerdict.objects.count() == 1


def case(holding: Holding, today: date) -> Case:
    fresh = Holding.objects.select_related("person").get(pk=holding.pk)
    edition = rulebook(holding.credential).edition_on(holding.cycle_ends)
    assert edition is not None
    return Case(holding=fresh, edition=edition, today=today)


def test_renewing_closes_the_cycle_and_opens_the_next(dana: Person, cma: Holding) -> None:
    new = renew_credential(dana, holding_id=cma.pk, recertified_on=date(2027, 2, 20))
    cma.refresh_from_db()
    assert cma.closed_on == date(2027, 2, 20)
    assert (new.cycle_starts, new.cycle_ends) == (date(2027, 2, 20), date(2032, 2, 29))


def test_the_closed_cycle_keeps_the_verdict_of_its_last_day(
    dana: Person, cma: Holding, finish: Finish, today: date
) -> None:
    finish(dana, "5")
    renew_credential(dana, holding_id=cma.pk, recertified_on=date(2027, 2, 20))
    finish(dana, "7")
    check_standing(dana, today=today)
    _open, closed = list_history(dana)
    (verdict,) = closed.verdicts
    assert verdict.frozen_at is not None
    assert verdict.document["findings"][0]["earned"] == "5"


def test_a_cycle_is_renewed_once(dana: Person, cma: Holding) -> None:
    renew_credential(dana, holding_id=cma.pk, recertified_on=date(2027, 2, 20))
    with pytest.raises(Holding.DoesNotExist):
        renew_credential(dana, holding_id=cma.pk, recertified_on=date(2027, 2, 20))


def test_a_renewal_before_the_cycle_is_refused(dana: Person, cma: Holding) -> None:
    with pytest.raises(RenewalRefused, match="This cycle started on 2022-03-14") as refused:
        renew_credential(dana, holding_id=cma.pk, recertified_on=date(2022, 3, 14))
    assert refused.value.field == "recertified_on"


def test_a_mistyped_year_closes_no_cycle(dana: Person, cma: Holding) -> None:
    with pytest.raises(
        RenewalRefused, match="still to come, and after your cycle, which ends on 2027-03-31"
    ) as refused:
        renew_credential(dana, holding_id=cma.pk, recertified_on=date(2099, 1, 1))
    assert refused.value.field == "recertified_on"
    cma.refresh_from_db()
    assert cma.closed_on is None


def test_a_verdict_replays_to_the_same_answer_after_the_transcript_changed(
    dana: Person, cma: Holding, finish: Finish, today: date
) -> None:
    finish(dana, "5", "clinical=2.5;general=2.5", minutes="250", approved_by="aama")
    (standing,) = check_standing(dana, today=today)
    finish(dana, "7")
    replay = replay_verdict(dana, verdict_id=standing.verdict_id)
    assert replay.is_equal
    assert replay.now == replay.stored


def test_an_older_verdict_replays_under_the_rules_of_its_day(
    dana: Person, cma: Holding, finish: Finish, today: date
) -> None:
    finish(dana, "5")
    easier = case(cma, today)
    total = easier.edition.requirements[0]
    lower = replace(easier.edition, requirements=(replace(total, needed=40 * ONE), *easier.edition.requirements[1:]))
    verdict = judge_holding(replace(easier, edition=lower), transcript=transcript_of(dana), shown=True)
    replay = replay_verdict(dana, verdict_id=verdict.pk)
    assert replay.is_equal
    assert replay.replayed["findings"][0]["needed"] == "40"
    assert replay.now is not None
    assert replay.now["findings"][0]["needed"] == "60"


def test_a_replay_that_differs_says_where(dana: Person, cma: Holding, finish: Finish, today: date) -> None:
    finish(dana, "5")
    (standing,) = check_standing(dana, today=today)
    verdict = StoredVerdict.objects.get(pk=standing.verdict_id)
    verdict.document["findings"][0]["earned"] = "6"
    verdict.save()
    replay = replay_verdict(dana, verdict_id=verdict.pk)
    assert replay.differences == (Difference(about="findings.total.earned", before="6", after="5"),)


def test_documents_are_compared_leaf_by_leaf() -> None:
    before, after = {"a": [{"id": "1", "n": 1}], "b": 1}, {"a": [{"id": "2", "n": 1}], "b": 1}
    assert [difference.about for difference in differences(before, after)] == ["a.1", "a.2"]


def test_the_clock_refreshes_before_anybody_looks(dana: Person, cma: Holding, finish: Finish, today: date) -> None:
    finish(dana, "5")
    assert refresh_verdicts(now=timezone.now()) == 1
    assert refresh_verdicts(now=timezone.now()) == 0
