"""Which passwords are good enough: long ones that nobody would guess, and no other rules."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from recert.actions.ask_second_step import asks_second_step
from recert.records.people import Person

ALONE, WITH_SECOND_STEP = 15, 8
LEAST_SURPRISE = 6
READ, LONGEST = 64, 24  # enough letters to judge by, and no piece is longer
FAMOUS, NOWHERE = 1000, 10**9
HERE = {
    "recert", "recertify", "recertification", "medical", "assistant", "medicalassistant", "certified", "certification",
    "certificate", "credential", "clinic", "nurse", "health", "doctor", "aama", "ccma", "ncma", "cma", "rma", "nha",
    "amt", "ncct", "password", "letmein", "welcome", "login", "secret", "admin", "iloveyou", "contrasena", "asistente",
    "medica", "medico", "teamo", "hola", "clave",
}  # fmt: skip
RUNS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "9876543210", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc")


class LongEnough:
    """15 characters, or 8 where a second step is asked for as well (NIST SP 800-63B-4)."""

    def validate(self, password: str, user: Person | None = None) -> None:
        least = WITH_SECOND_STEP if user and user.pk and asks_second_step(user) else ALONE
        if len(password) < least:
            message = _("This password has %(found)d characters and needs at least %(least)d. Four words in a row do.")
            raise ValidationError(message, code="too_short", params={"found": len(password), "least": least})

    def get_help_text(self) -> str:
        return _("At least %(least)d characters. Four words in a row are easy to keep in mind.") % {"least": ALONE}


class HardToGuess:
    """Refuses what is made of a few well-known pieces: common passwords, runs, repeats, this place, your address."""

    def validate(self, password: str, user: Person | None = None) -> None:
        if surprise(password, personal(user)) < LEAST_SURPRISE:
            message = _("This password is easy to guess: it is made of common words, repeats or your own address.")
            raise ValidationError(message, code="easy_to_guess")

    def get_help_text(self) -> str:
        return _("Do not use a well-known password, a repeated word or your own name.")


def personal(user: Person | None) -> frozenset[str]:
    text = f"{user.email} {user.name}".lower() if user else ""
    return frozenset(piece for piece in re.split(r"\W+", text) if len(piece) > 2)


def surprise(password: str, known: frozenset[str] = frozenset()) -> int:
    """How much a guesser must hit: a famous piece or a letter is one, a less famous word two, repeats and gaps nothing.

    >>> surprise("passwordpassword123"), surprise("aaaaaaaaaaaaaaaaaaaa"), surprise("four words in a row")
    (2, 1, 11)
    """
    text = re.sub(r"[\s._-]+", "", password.lower())[:READ]
    best: list[frozenset[str]] = [frozenset()]
    for end in range(1, len(text) + 1):
        pieces = ((start, text[start:end]) for start in range(max(0, end - LONGEST), end))
        ways = [best[start] | {piece} for start, piece in pieces if weight(piece, known)]
        best.append(min(ways, key=lambda way: sum(weight(piece, known) for piece in way)))
    return sum(weight(piece, known) for piece in best[-1])


def weight(piece: str, known: frozenset[str]) -> int:
    """0 for what is no piece at all."""
    plain = piece.translate(str.maketrans("@$!013", "asioie"))
    if len(piece) == 1 or piece in known or plain in HERE or is_run(piece):
        return 1
    rank = min(well_known().get(piece, NOWHERE), well_known().get(plain, NOWHERE))
    return 0 if rank == NOWHERE else 1 if rank < FAMOUS else 2


def is_run(text: str) -> bool:
    if len(text) < 3:
        return False
    return len(set(text)) == 1 or any(text in run or text in run[::-1] for run in RUNS) or is_year(text)


def is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text[:2] in {"19", "20"}


@cache
def well_known() -> dict[str, int]:
    """Django's own list of passwords people really use, the commonest first."""
    path = Path(password_validation.__file__).with_name("common-passwords.txt.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {line.strip(): rank for rank, line in enumerate(lines) if len(line.strip()) > 2}
