"""The little world the browser looks at: Dana is short, Luz reads Spanish and holds two, Prof. Okafor has 200 activities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from recert.actions.ask_schools import ask_schools
from recert.actions.choose_plan import choose_plan
from recert.actions.confirm_draft import confirm_draft
from recert.actions.confirm_import import confirm_import
from recert.actions.hold_credential import hold_credential
from recert.actions.note_own_course import note_own_course
from recert.actions.open_application import open_application
from recert.actions.private_numbers import ON_A_PAPER
from recert.actions.read_values import stated
from recert.actions.renew_credential import renew_credential
from recert.actions.repair_import import repair_import
from recert.actions.save_search import save_search
from recert.actions.share_plan import share_plan
from recert.actions.signed_links import enquiry_key, unsubscribe_key
from recert.actions.start_import import start_import
from recert.actions.trash_activity import trash_activity
from recert.actions.trash_certificate import trash_certificate
from recert.actions.word_enquiry import Question
from recert.records.models import Certificate, Holding, Institution, Listing, Person, SchoolAddress, StoredVerdict
from tests.capture.elsewhere import CERTIFICATIONS
from tests.papers import SURE_FIELDS, hand_in, pdf, sure, was_read
from tests.web.transcripts import as_long_as_they_get, dana_is_short, finish, luz_has_two

World = Mapping[str, object]
LOG = b"""Date Completed,Course,Sponsor,Contact Hours,Category,Mood
5/2/2024,ICD-10 update,AAPC,2,administrative,fine
7/9/2024,Two days of talks,State society,12,general=4;clinical=8,
13/40/2024,Broken date,Relias,1,clinical,sad
"""
MORE_OF_THEM = "Order of Draw,,Prof. Okafor's School,Jun 2024,,\nSafe Lifting,,Prof. Okafor's School,,,\n"


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
    closed = renewed_before(luz)
    open_application(luz, holding_id=rma.pk)
    as_long_as_they_get(okafor)
    activity = dana.activities.get(title="Telehealth basics")
    draft = start_import(dana, name="log.csv", content=LOG)
    done = start_import(okafor, name="log.csv", content=LOG)
    confirm_import(okafor, draft_id=done.pk)
    unreadable = start_import(dana, name="photo.csv", content=b"\x89PNG\r\n\x1a\n\x00\x00")
    people = {person.name.lower(): person for person in (dana, luz, evan, okafor, sam)}
    lacking = start_import(luz, name="Certifications.csv", content=(CERTIFICATIONS + MORE_OF_THEM).encode())
    repair_import(luz, draft_id=lacking.pk, rows={2: {"earned_on": "2025-05-18", "quantity": "13.5", "unit": "cme"}})
    drafts = {"draft": draft.pk, "done": done.pk, "unreadable": unreadable.pk, "lacking": lacking.pk}
    things = {
        "cma": cma.pk,
        "rma": rma.pk,
        "closed": closed.pk,
        "activity": activity.pk,
        "trashed": trashed.pk,
        "verdict": frozen(luz).pk,
    }
    Holding.objects.filter(pk=cma.pk).update(added_at=cma.added_at - timedelta(days=400))
    things["stop_mail"] = unsubscribe_key(dana)
    things["asked"] = asked_a_school()
    save_search(dana, name="vaccines", asked="q=vaccines", now=cma.added_at)
    things |= planned_and_shared(dana, cma)
    return {**people, **drafts, **things, **papers_of(dana, luz)}


def papers_of(dana: Person, luz: Person) -> World:
    """Papers in every state: unread, unreadable, two on one page with doubts and a repeat, confirmed, in the trash."""
    unread, broken, read, done, trashed = (hand_in(dana, pdf((name,)), name=f"{name}.pdf") for name in "abcde")
    no_text = {"wording": "%(file)s is damaged or incomplete.", "values": {"file": "b.pdf"}}
    was_read(broken, {"fields": {}})
    Certificate.objects.filter(pk=broken.pk).update(state="unreadable", trouble=no_text)
    repeated = {
        **SURE_FIELDS,
        "title": sure("Wound care"),
        "earned_on": sure("2023-05-06"),
        "quantity": sure("15", 0.5),
    }
    was_read(read, {"fields": repeated}, {"fields": {**SURE_FIELDS, "title": sure("Phlebotomy basics")}})
    warned = [{"code": "social_security", "wording": ON_A_PAPER["social_security"], "values": {}}]
    Certificate.objects.filter(pk=read.pk).update(warnings=warned)
    settled = was_read(done)
    confirm_draft(dana, draft_id=settled.pk, version=1, fields=stated(settled))
    trash_certificate(dana, certificate_id=trashed.pk)
    hers = hand_in(luz, pdf(("f",)))
    was_read(hers, unit=sure("ceu", 0.6))
    named = {"unread_paper": unread, "unreadable_paper": broken, "read_paper": read, "luz_paper": hers}
    return {**{name: paper.pk for name, paper in named.items()}, "settled": settled.pk}


def planned_and_shared(person: Person, holding: Holding) -> World:
    """Two courses of one's own, the cheapest plan of them chosen, and a link to it."""
    for title, price in (("Front desk, first half", 3000), ("Front desk, second half", 2400)):
        course = {"title": title, "quantity": "5", "unit": "aama_ceu", "category": "administrative", "price": price}
        note_own_course(person, fields={**course, "approved_by": "aama"})
    plan = choose_plan(person, holding_id=holding.pk, goal="cost", today=timezone.localdate())
    share = share_plan(person, holding_id=holding.pk)
    return {"step": plan.steps.all()[0].pk, "link": share.token}


def renewed_before(person: Person) -> Holding:
    """A closed cycle, so that the history has something to show."""
    old = hold_credential(person, credential="cmas-amt", certified_on=date(2020, 5, 1))
    renew_credential(person, holding_id=old.pk, recertified_on=date(2023, 5, 1))
    return old


def asked_a_school() -> str:
    """A stranger's question, which waits to be confirmed, and a place that somebody pays for."""
    now = datetime(2026, 11, 22, 17, tzinfo=UTC)
    school = Institution.objects.get(pk=103501)
    SchoolAddress.objects.create(institution=school, email="enroll@example.org", source="Its page", named_at=now)
    days = {"starts_on": date(2020, 1, 1), "ends_on": date.max}
    said = {"sponsor": "Acme", "title": "Acme courses", "text": "All of them.", "url": "https://acme.example.org"}
    Listing.objects.create(shown_with="courses", **said, **days)
    question = Question(name="Evan", email="evan@example.org", message="When does the next class start?")
    return enquiry_key(ask_schools(None, unitids=[school.pk], question=question, now=now))


def frozen(person: Person) -> StoredVerdict:
    """The last verdict of the cycle that was closed."""
    return StoredVerdict.objects.get(holding__person=person, frozen_at__isnull=False)
