"""The little world the browser looks at: Dana is short, Luz reads Spanish and holds two, Prof. Okafor has 200 activities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from django.utils import timezone

from recert.actions.choose_plan import choose_plan
from recert.actions.confirm_import import confirm_import
from recert.actions.hold_credential import hold_credential
from recert.actions.note_own_course import note_own_course
from recert.actions.renew_credential import renew_credential
from recert.actions.share_plan import share_plan
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
    things |= planned_and_shared(dana, cma)
    return {**people, **drafts, **things}


def planned_and_shared(person: Person, holding: Holding) -> World:
    """Two courses of one's own, the cheapest plan of them chosen, and a link to it."""
    for title, price in (("Front desk, first half", 3000), ("Front desk, second half", 2400)):
        course = {"title": title, "quantity": "5", "unit": "aama_ceu", "category": "administrative", "price": price}
        note_own_course(person, fields={**course, "approved_by": "aama"})
    plan = choose_plan(person, holding_id=holding.pk, goal="cost", today=timezone.localdate())
    share = share_plan(person, holding_id=holding.pk)
    return {"step": plan.steps.all()[0].pk, "link": share.token}


def renewed_before(person: Person) -> None:
    """A closed cycle, so that the history has something to show."""
    old = hold_credential(person, credential="cmas-amt", certified_on=date(2020, 5, 1))
    renew_credential(person, holding_id=old.pk, recertified_on=date(2023, 5, 1))


def frozen(person: Person) -> StoredVerdict:
    """The last verdict of the cycle that was closed."""
    return StoredVerdict.objects.get(holding__person=person, frozen_at__isnull=False)
