"""Everybody of the cast signed in, and two holders with one of everything."""

from __future__ import annotations

import time
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from recert.actions.add_activity import add_activity
from recert.actions.check_standing import check_standing
from recert.actions.choose_plan import choose_plan
from recert.actions.confirm_draft import confirm_draft
from recert.actions.confirm_import import confirm_import
from recert.actions.hold_credential import hold_credential
from recert.actions.load_catalog import load_catalog
from recert.actions.move_application import Move
from recert.actions.note_own_course import note_own_course
from recert.actions.open_application import open_application
from recert.actions.read_values import stated
from recert.actions.save_search import save_search
from recert.actions.send_application import send_application
from recert.actions.start_import import start_import
from recert.actions.trash_activity import trash_activity
from recert.actions.trash_certificate import trash_certificate
from recert.records.models import AuditEntry, Person, PlanStep, Reminder, RuleNotice
from tests.cast import someone
from tests.papers import hand_in, pdf, sure, was_read
from tests.security.passkeys import passkey_data

Things = dict[str, Any]


def secret_of(name: str) -> str:
    """A word that nobody but its owner may ever read."""
    return f"Canary-of-{name}"


@dataclass(frozen=True)
class World:
    """The cast, the browsers they are signed in with, and what the two holders have."""

    cast: dict[str, Person]
    browsers: dict[str, Client]
    things: dict[str, Things]

    def ask(self, actor: str, method: str, address: str, **options: Any) -> tuple[Any, int]:
        """Ask, then undo whatever was done: the answer, and how many changes were written down."""
        client, before = self.browsers[actor], AuditEntry.objects.count()
        cookies = deepcopy(client.cookies)
        with transaction.atomic():
            response = whole(getattr(client, method)(address, **options))
            changes = AuditEntry.objects.count() - before
            transaction.set_rollback(True)
        client.cookies = cookies
        return response, changes


def whole(response: Any) -> Any:
    """A file that is streamed, read to its end, so that every test can look into it."""
    if not response.streaming:
        return response
    content = b"".join(response.streaming_content)
    return HttpResponse(content, status=response.status_code, headers=dict(response.headers))


@pytest.fixture(scope="module")
def db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The database for all of a module's tests: hundreds of addresses are asked, each answer undone by itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(db: None) -> World:
    load_catalog()
    cast = {
        "dana": someone("Dana"), "luz": someone("Luz", language="es"), "evan": someone("Evan"), "rosa": someone("Rosa"),
        "okafor": someone("Prof. Okafor"), "sam": someone("Sam", is_operator=True),
    }  # fmt: skip
    browsers = {"stranger": browser_of(None)} | {name: browser_of(person) for name, person in cast.items()}
    return World(cast, browsers, {name: everything_of(cast[name], name) for name in ("dana", "luz")})


def everything_of(person: Person, name: str) -> Things:
    fields = {"earned_on": date(2024, 5, 1), "title": secret_of(name), "provider": secret_of(name), "kind": "course"}
    fields |= {"quantity": "2", "unit": "aama_ceu", "category": "clinical", "note": secret_of(name)}
    holding = hold_credential(person, credential="cma-aama", certified_on=date(2023, 2, 10))
    kept, trashed = add_activity(person, fields=fields), add_activity(person, fields={**fields, "minutes": 50})
    trash_activity(person, activity_id=trashed.pk)
    notice = RuleNotice.objects.create(
        holding=holding, old_edition="2013", new_edition="2020", old_digest="a", new_digest="b", change={}
    )
    said = {"wording": secret_of(name), "values": {}, "due_on": date(2026, 11, 1), "planned_at": notice.noted_at}
    reminder = Reminder.objects.create(person=person, key=f"rules:{notice.pk}", kind="rules", **said)
    content = f"earned_on,title,quantity,unit\n2024-06-01,{secret_of(name)},1,aama_ceu\n".encode()
    confirmed = start_import(person, name="confirmed.csv", content=content)
    confirm_import(person, draft_id=confirmed.pk, mapping=None)
    passkey = Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data=passkey_data(secret_of(name))
    )
    return {
        **papers_of(person, name),
        "holding_id": holding.pk,
        "activity_id": kept.pk,
        "trashed_id": trashed.pk,
        "verdict_id": check_standing(person, today=date(2026, 11, 22))[0].verdict_id,
        "draft_id": start_import(person, name=f"{secret_of(name)}.csv", content=content).pk,
        "confirmed_id": confirmed.pk,
        "notice_id": notice.pk,
        "reminder_id": reminder.pk,
        "search_id": save_search(person, name=secret_of(name), asked="fills=on", now=notice.noted_at).pk,
        **planned_by(person, holding.pk, name),
        **applied_by(person, holding.pk, name),
        "pk": passkey.pk,
    }


def applied_by(person: Person, holding_id: int, name: str) -> Things:
    """An application that was sent, with the packet as it was."""
    row, day = open_application(person, holding_id=holding_id), date(2026, 11, 22)
    move = Move(to="sent", on=day, words=secret_of(name), columns={"way": "online"})
    send_application(person, application_id=row.pk, version=row.version, move=move, today=day)
    return {"application_id": row.pk}


def planned_by(person: Person, holding_id: int, name: str) -> Things:
    """A course of one's own, and a chosen plan with its steps."""
    course = {"title": secret_of(name), "quantity": "60", "unit": "aama_ceu", "approved_by": "aama", "price": 100}
    areas = {"category": "administrative|clinical|general"}
    own = note_own_course(person, fields={**course, **areas})
    plan = choose_plan(person, holding_id=holding_id, goal="cost", today=date(2026, 11, 22))
    return {"own_id": own.pk, "step_id": PlanStep.objects.filter(plan=plan)[0].pk}


def papers_of(person: Person, name: str) -> Things:
    """A certificate to look at, one that was confirmed, and one in the trash."""
    kept, confirmed, trashed = (
        hand_in(person, pdf((secret_of(name), sort)), name=f"{secret_of(name)}.pdf") for sort in ("a", "b", "c")
    )
    trash_certificate(person, certificate_id=trashed.pk)
    settled = was_read(confirmed, title=sure(secret_of(name)))
    confirm_draft(person, draft_id=settled.pk, version=1, fields=stated(settled))
    read = was_read(kept, title=sure(secret_of(name)))
    return {
        "certificate_id": kept.pk, "read_id": read.pk, "settled_id": settled.pk, "trashed_paper_id": trashed.pk
    }  # fmt: skip


def browser_of(person: Person | None) -> Client:
    """Signed in a moment ago, so that nobody is asked again to show that it is them."""
    client = Client(raise_request_exception=True)
    if person is not None:
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session["account_authentication_methods_user"] = str(person.pk)
        proof = {"method": "password", "at": time.time(), "reauthenticated": True}
        session["account_authentication_methods"] = [proof]
        session.save()
    return client
