"""The cast comes only where nobody real is, and the operator's link only until there is an operator."""

from __future__ import annotations

import pytest

from recert.actions.seed_demo import CAST
from recert.config.preparing import NotFitToServe, RealPeopleHere, findings, prepare, seed
from recert.records.models import Person
from tests.cast import someone


@pytest.mark.django_db
def test_the_demo_tells_how_to_sign_in_as_everybody() -> None:
    told = "\n".join(seed())
    assert Person.objects.count() == len(CAST)
    assert all(member.email in told and member.password in told for member in CAST)


@pytest.mark.django_db
def test_a_second_demo_start_changes_nothing() -> None:
    assert list(seed()) == list(seed())


@pytest.mark.django_db
def test_the_cast_is_not_let_in_among_real_people() -> None:
    someone("Nia")
    with pytest.raises(RealPeopleHere, match="holds real people"):
        list(seed())
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_the_operators_link_is_told_until_there_is_an_operator() -> None:
    assert ["/operator/start/" in line for line in prepare(demo=False)] == [True]
    someone("Sam", is_operator=True)
    assert list(prepare(demo=False)) == []


@pytest.mark.django_db
def test_a_database_that_is_not_safe_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recert.config.checks.sqlite3.sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr("recert.config.checks.journal_in_use", lambda: "wal")
    monkeypatch.setattr("recert.config.checks.connection.vendor", "sqlite")
    with pytest.raises(NotFitToServe, match=r"WAL mode.*3\.40\.1.*3\.51\.3"):
        list(findings())
    monkeypatch.setattr("recert.config.checks.journal_in_use", lambda: "delete")
    assert ["Note: SQLite 3.40.1" in line for line in findings()] == [True]
