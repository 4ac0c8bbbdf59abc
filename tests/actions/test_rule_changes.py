"""When rules change, each holder they touch is told what changed for them, and by how much, until they have read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from recert.actions.change_holding import change_holding
from recert.actions.check_standing import check_standing
from recert.actions.judge_holding import Case, judge_holding
from recert.actions.list_rule_notices import list_rule_notices
from recert.actions.note_rule_changes import note_rule_changes
from recert.actions.see_rule_notice import see_rule_notice
from recert.records.models import Holding, Person, RuleNotice
from recert.records.snapshots import transcript_of
from recert.rulebooks.library import rulebook
from recert.rules.edition import Edition
from recert.rules.points import ONE
from tests.actions.conftest import Finish

NOW = datetime(2026, 11, 22, 17, tzinfo=UTC)


def in_force() -> Edition:
    edition = rulebook("cma-aama").edition_on(date(2027, 3, 31))
    assert edition is not None
    return edition


def asking(points: int) -> Edition:
    """An edition that once asked for another total, and was called by another date."""
    total, *others = in_force().requirements
    requirements = (replace(total, needed=points * ONE), *others)
    return replace(in_force(), effective_from=date(2019, 1, 1), requirements=requirements)


@pytest.fixture
def judged_by_older_rules(dana: Person, cma: Holding, finish: Finish, today: date) -> Holding:
    """Dana has 30 points and was last judged when 50 were asked; today's rulebook asks for 60."""
    for category in ("clinical", "administrative", "general"):
        finish(dana, "10", category)
    judge(dana, asking(50), today)
    return cma


def judge(person: Person, edition: Edition, today: date) -> None:
    holding = person.holdings.select_related("person").get()
    case = Case(holding=holding, edition=edition, today=today)
    judge_holding(case, transcript=transcript_of(person), shown=True)


def test_the_notice_says_what_changed_and_by_how_much(judged_by_older_rules: Holding) -> None:
    assert note_rule_changes(now=NOW) == 1
    notice = RuleNotice.objects.get(holding=judged_by_older_rules)
    assert (notice.old_edition, notice.new_edition) == ("2019-01-01", "2020-01-01")
    assert notice.change["requirements"] == [
        {
            "about": "total",
            "needed": {"old": "50", "new": "60", "change": "10"},
            "short": {"old": "20", "new": "30", "change": "10"},
        }
    ]
    assert notice.change["gap"] == {"old": "20", "new": "30", "change": "10"}


def test_a_holder_who_looks_before_the_clock_does_is_told_too(
    dana: Person, judged_by_older_rules: Holding, today: date
) -> None:
    (standing,) = check_standing(dana, today=today)
    assert [notice.change["gap"]["change"] for notice in standing.notices] == ["10"]


def test_a_notice_is_shown_until_it_has_been_read(dana: Person, judged_by_older_rules: Holding, today: date) -> None:
    note_rule_changes(now=NOW)
    (standing,) = check_standing(dana, today=today)
    see_rule_notice(dana, notice_id=standing.notices[0].pk)
    (standing,) = check_standing(dana, today=today)
    assert standing.notices == ()
    assert len(list_rule_notices(dana)) == 1


def test_the_clock_tells_once(judged_by_older_rules: Holding) -> None:
    assert [note_rule_changes(now=NOW) for _ in range(2)] == [1, 0]


def test_only_the_rules_make_the_difference(
    dana: Person, judged_by_older_rules: Holding, finish: Finish, today: date
) -> None:
    finish(dana, "5")
    (standing,) = check_standing(dana, today=today)
    assert standing.notices[0].change["gap"] == {"old": "15", "new": "25", "change": "10"}


def test_a_better_citation_is_no_news(dana: Person, cma: Holding, today: date) -> None:
    edition = in_force()
    judge(dana, replace(edition, since=replace(edition.since, note="Read again.")), today)
    assert note_rule_changes(now=NOW) == 0
    assert check_standing(dana, today=today)[0].notices == ()


def test_correcting_ones_own_days_is_no_change_of_rules(dana: Person, cma: Holding, today: date) -> None:
    judge(dana, in_force(), today)
    change_holding(dana, holding_id=cma.pk, version=1, days={"certified_on": date(2008, 3, 1)})
    assert note_rule_changes(now=NOW) == 0


def test_whoever_the_rules_do_not_touch_is_not_told(luz: Person, judged_by_older_rules: Holding) -> None:
    note_rule_changes(now=NOW)
    assert list_rule_notices(luz) == []
