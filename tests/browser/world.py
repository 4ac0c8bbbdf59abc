"""The little world the browser looks at: Dana is short, Luz reads Spanish and holds two, Prof. Okafor has 200 activities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from recert.actions.renew_credential import renew_credential

from recert.actions.hold_credential import hold_credential
from recert.actions.trash_activity import trash_activity
from recert.records.models import Person
from tests.web.transcripts import as_long_as_they_get, dana_is_short, finish, luz_has_two

World = Mapping[str, object]


@pytest.fixture
def world(transactional_db: None, dana: Person, luz: Person, evan: Person, okafor: Person) -> World:
    """Who there is, by lower-case name, and what they have, by the names that paths use."""
    cma = dana_is_short(dana)
    trashed = finish(dana, "Typed by mistake", "5")
    trash_activity(dana, activity_id=trashed.pk)
    rma, _ccma = luz_has_two(luz)
    renewed_before(luz)
    as_long_as_they_get(okafor)
    activity = dana.activities.get(title="Telehealth basics")
    people = {person.name.lower(): person for person in (dana, luz, evan, okafor)}
    return {**people, "cma": cma.pk, "rma": rma.pk, "activity": activity.pk, "trashed": trashed.pk}


def renewed_before(person: Person) -> None:
    """A closed cycle, so that the history has something to show."""
    old = hold_credential(person, credential="cmas-amt", certified_on=date(2020, 5, 1))
    renew_credential(person, holding_id=old.pk, recertified_on=date(2023, 5, 1))
