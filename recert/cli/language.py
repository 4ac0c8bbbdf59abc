"""Say things in the language asked for, from the catalogue that comes with the package."""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations, translation
from pathlib import Path

import recert

LANGUAGES = ("en", "es")
CATALOGUES = Path(recert.__file__).parent / "locale"


def sayer(language: str) -> Callable[[str], str]:
    """Turns an English sentence into the language; a sentence without a translation stays as it is.

    >>> sayer("en")("Clinical"), sayer("es")("Clinical")
    ('Clinical', 'Clínica')
    """
    if language == "en":
        return NullTranslations().gettext
    return translation("django", CATALOGUES, [language], fallback=True).gettext
