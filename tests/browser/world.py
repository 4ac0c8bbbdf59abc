"""The little world the browser looks at: Dana is short, Luz reads Spanish and holds two, Prof. Okafor has 200 activities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from recert.actions.confirm_import import confirm_import
from recert.actions.hold_credential import hold_credential
from recert.actions.renew_credential import renew_credential
from recert.actions.signed_links import unsubscribe_key
from recert.actions.start_import import start_import
from recert.actions.trash_activity import trash_activity
from recert.records.models import Holding, Person, StoredVerdict
from tests.web.transcripts import as_long_as_they_get, dana_is_short, finish, luz_has_two

World = Mapping[str, object]
LOG = b"""Date Completed,Course,Sponsor,Contact Hours,Category,Mood
5/2/2024,ICD-10 update,AAPC,2,administrative,fine
7/9/2024,Two days of talks,State society,12,general=4;clinical=8,
13/40/2024,Broken date,Relias,1,clinical,sad
"""


@pytest.fixture
def world(
    transactional_db: None,
    programs: None,
    courses: None,
    dana: Person,
    luz: Person,
    evan: Person,
    okafor: Person,
    sam: Person,
) -> World:
    """Who there is, by lower-case name, and what they have, by the names that paths use."""
    cma = dana_is_short(dana)
    trashed = finish(dana, "Typed by mistake", "5")
    trash_activity(dana, activity_id=trashed.pk)
    rma, _ccma = luz_has_two(luz)
    renewed_before(luz)
    as_long_as_they_get(okafor)
    activity = dana.activities.get(title="Telehealth basics")
    draft = start_import(dana, name="log.csv", content=LOG)
    done = start_import(okafor, name="log.csv", content=LOG)
    confirm_import(okafor, draft_id=done.pk)
    unreadable = start_import(dana, name="photo.csv", content=b"\x89PNG\r\n\x1a\n\x00\x00")
    people = {person.name.lower(): person for person in (dana, luz, evan, okafor, sam)}
    drafts = {"draft": draft.pk, "done": done.pk, "unreadable": unreadable.pk}
    things = {"cma": cma.pk, "rma": rma.pk, "activity": activity.pk, "trashed": trashed.pk, "verdict": frozen(luz).pk}
    Holding.objects.filter(pk=cma.pk).update(added_at=cma.added_at - timedelta(days=400))
    things["stop_mail"] = unsubscribe_key(dana)
    return {**people, **drafts, **things}


def renewed_before(person: Person) -> None:
    """A closed cycle, so that the history has something to show."""
    old = hold_credential(person, credential="cmas-amt", certified_on=date(2020, 5, 1))
    renew_credential(person, holding_id=old.pk, recertified_on=date(2023, 5, 1))


def frozen(person: Person) -> StoredVerdict:
    """The last verdict of the cycle that was closed."""
    return StoredVerdict.objects.get(holding__person=person, frozen_at__isnull=False)
