"""The doors hold: guesses are counted, nobody learns who has an account, and codes work once."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client

from recert.records.models import Person

GOOD = "walnut river carpet seven"


def sign_in(client: Client, email: str, password: str) -> str:
    return client.post("/accounts/login/", {"login": email, "password": password}).content.decode()


def test_guessing_a_password_ends_after_five_tries_even_from_new_browsers(dana: Person) -> None:
    for _ in range(5):
        sign_in(Client(), dana.email, "wrong")
    assert "Too many failed login attempts" in sign_in(Client(), dana.email, "password")


def test_a_spoofed_address_does_not_reset_the_count(dana: Person) -> None:
    for number in range(5):
        headers = {"x-forwarded-for": f"10.0.0.{number}"}
        Client().post("/accounts/login/", {"login": dana.email, "password": "wrong"}, headers=headers)
    assert "Too many failed login attempts" in sign_in(Client(), dana.email, "password")


def test_an_unknown_address_and_a_wrong_password_look_alike(dana: Person) -> None:
    known, unknown = sign_in(Client(), dana.email, "wrong"), sign_in(Client(), "nobody@example.org", "wrong")
    assert plain(known, dana.email) == plain(unknown, "nobody@example.org")


def plain(page: str, address: str) -> str:
    return re.sub(r'nonce-\S+|nonce="[^"]+"|value="[\w=+/]{64}"', "", page.replace(address, "ADDRESS"))


def test_signing_up_with_a_known_address_looks_like_any_other(dana: Person) -> None:
    answers = [
        Client().post("/accounts/signup/", {"email": who, "password1": GOOD}) for who in (dana.email, "new@example.org")
    ]
    assert [answer["Location"] for answer in answers] == ["/accounts/confirm-email/"] * 2
    assert [message.to for message in mail.outbox] == [[dana.email], ["new@example.org"]]
    assert Person.objects.filter(email=dana.email).count() == 1


def test_nobody_is_signed_in_before_the_address_is_confirmed(client: Client, db: None) -> None:
    client.post("/accounts/signup/", {"email": "new@example.org", "password1": GOOD})
    assert client.get("/me/").status_code == 302


def test_three_wrong_codes_end_the_sign_up(client: Client, db: None) -> None:
    client.post("/accounts/signup/", {"email": "new@example.org", "password1": GOOD})
    for _ in range(3):
        client.post("/accounts/confirm-email/", {"code": "WRONG1"})
    assert client.get("/accounts/confirm-email/").status_code == 302


def test_signing_up_keeps_the_strangers_language(client: Client, db: None) -> None:
    client.post("/language/", {"language": "es"})
    client.post("/accounts/signup/", {"email": "new@example.org", "password1": GOOD})
    assert Person.objects.get().language == "es"
    assert "Recert" in mail.outbox[0].body


def test_a_new_password_is_announced_by_mail(dana: Person, client: Client) -> None:
    client.force_login(dana)
    fields = {"oldpassword": "password", "password1": GOOD, "password2": GOOD}
    client.post("/accounts/password/change/", fields)
    assert mail.outbox[-1].to == [dana.email]


def test_a_weak_password_is_refused_in_words(client: Client, db: None) -> None:
    page = client.post("/accounts/signup/", {"email": "new@example.org", "password1": "short"}).content.decode()
    assert "This password has 5 characters and needs at least 15" in page


def test_a_public_form_answers_too_many_tries_in_words(client: Client, db: None, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"operator_start": "2/m/ip"}
    answers = [client.post("/operator/start/key/") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "Too many tries" in answers[-1].content.decode()


def test_the_counts_are_shared_between_processes(settings) -> None:
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/"])
def test_every_door_speaks_spanish(client: Client, db: None, path: str) -> None:
    page = client.get(path, headers={"accept-language": "es"}).content.decode()
    assert '<html lang="es"' in page
