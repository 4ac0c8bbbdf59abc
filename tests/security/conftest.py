"""Everybody of the cast signed in, and two holders with one of everything."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from recert.actions.add_activity import add_activity
from recert.actions.check_standing import check_standing
from recert.actions.confirm_import import confirm_import
from recert.actions.hold_credential import hold_credential
from recert.actions.start_import import start_import
from recert.actions.trash_activity import trash_activity
from recert.records.models import Person, RuleNotice
from tests.security.passkeys import passkey_data

Things = dict[str, Any]


def secret_of(name: str) -> str:
    """A word that nobody but its owner may ever read."""
    return f"Canary-of-{name}"


@pytest.fixture
def cast(dana, luz, evan, rosa, okafor, sam) -> dict[str, Person]:
    return {"dana": dana, "luz": luz, "evan": evan, "rosa": rosa, "okafor": okafor, "sam": sam}


@pytest.fixture
def things(cast: dict[str, Person]) -> dict[str, Things]:
    return {name: everything_of(cast[name], name) for name in ("dana", "luz")}


def everything_of(person: Person, name: str) -> Things:
    fields = {"earned_on": date(2024, 5, 1), "title": secret_of(name), "provider": secret_of(name), "kind": "course"}
    fields |= {"quantity": "2", "unit": "aama_ceu", "category": "clinical", "note": secret_of(name)}
    holding = hold_credential(person, credential="cma-aama", certified_on=date(2023, 2, 10))
    kept, trashed = add_activity(person, fields=fields), add_activity(person, fields={**fields, "minutes": 50})
    trash_activity(person, activity_id=trashed.pk)
    notice = RuleNotice.objects.create(
        holding=holding, old_edition="2013", new_edition="2020", old_digest="a", new_digest="b", change={}
    )
    content = f"earned_on,title,quantity,unit\n2024-05-01,{secret_of(name)},1,aama_ceu\n".encode()
    confirmed = start_import(person, name="confirmed.csv", content=content)
    confirm_import(person, draft_id=confirmed.pk, mapping=None)
    passkey = Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data=passkey_data(secret_of(name))
    )
    return {
        "holding_id": holding.pk,
        "activity_id": kept.pk,
        "trashed_id": trashed.pk,
        "verdict_id": check_standing(person, today=date(2026, 11, 22))[0].verdict_id,
        "draft_id": start_import(person, name=f"{secret_of(name)}.csv", content=content).pk,
        "confirmed_id": confirmed.pk,
        "notice_id": notice.pk,
        "pk": passkey.pk,
    }


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
