"""Long passwords pass, whatever is in them; what a guesser tries first does not."""

from __future__ import annotations

import gzip
from itertools import islice, product
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from recert.config.passwords import HardToGuess, LongEnough
from recert.records.people import Person

GOOD = [
    "walnut river carpet seven", "correct horse battery staple", "¿dónde está la llave azul?", "Tr0ub4dor&3-xkcd-9c",
    "q8#Lm2!zR5vT1$xw", "x" * 8 + "kd93jf0sl" * 8,
]  # fmt: skip


def refused(password: str, user: Person | None = None) -> bool:
    try:
        for rule in (LongEnough(), HardToGuess()):
            rule.validate(password, user)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize("password", GOOD)
def test_a_long_password_of_any_letters_is_good(password: str) -> None:
    assert not refused(password)


def test_fifteen_characters_are_enough_and_fourteen_are_not() -> None:
    assert not refused("walnut-river-ca")
    assert refused("walnut-river-c")


def test_three_thousand_joined_common_passwords_are_refused() -> None:
    path = Path(password_validation.__file__).with_name("common-passwords.txt.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        common = [line.strip() for line in islice(lines, 1000)]
    joined = (a + b for a, b in product(common, repeat=2) if len(a + b) >= 15)
    tried = list(islice(joined, 3000))
    assert len(tried) == 3000
    assert [password for password in tried if not refused(password)] == []


@pytest.mark.parametrize(
    "password",
    ["aaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrstuvwxyz", "123456789012345", "passwordpassword123", "medicalassistant2026",
     "CertifiedMedicalAssistant", "qwertyuiopasdfghjkl", "P@$$wordP@$$word2026", "recertrecertrecert"],
)  # fmt: skip
def test_what_a_guesser_tries_first_is_refused(password: str) -> None:
    assert refused(password)


def test_your_own_address_is_no_password() -> None:
    assert refused("dana.whitfield@clinic", Person(email="dana.whitfield@clinic.example", name="Dana Whitfield"))


def test_with_a_second_step_eight_characters_are_enough(dana: Person) -> None:
    assert refused("kd93jf0s", dana)
    Authenticator.objects.create(user=dana, type=Authenticator.Type.TOTP, data={})
    assert not refused("kd93jf0s", dana)
    assert refused("kd93jf0", dana)


def test_recovery_codes_alone_are_no_second_step(dana: Person) -> None:
    Authenticator.objects.create(user=dana, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert refused("kd93jf0s", dana)
