"""Turn what someone types into words that courses have: Spanish, other names, plurals and slips of the finger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from recert.records.course_search import folded_words, has_beginning

SKIPPED = frozenset({
    "a", "an", "and", "the", "of", "for", "in", "on", "to", "with", "about", "course", "courses", "class", "classes",
    "de", "la", "el", "los", "las", "para", "y", "en", "con", "un", "una", "curso", "cursos", "clase", "clases", "sobre",
})  # fmt: skip
ALSO: Mapping[str, tuple[str, ...]] = {
    "ecg": ("ekg", "electrocardiogra"),
    "ekg": ("ecg", "electrocardiogra"),
    "venipuncture": ("phlebotomy", "blood"),
    "bls": ("cpr",),
    "flebotomia": ("phlebotomy",),
    "sangre": ("blood",),
    "vacuna": ("vaccin", "immuniz"),
    "vacunacion": ("vaccin", "immuniz"),
    "inmunizacion": ("immuniz", "vaccin"),
    "farmacologia": ("pharmacology",),
    "medicamento": ("medication", "drug"),
    "pediatria": ("pediatric",),
    "nino": ("child", "pediatric"),
    "facturacion": ("billing",),
    "codificacion": ("coding",),
    "oficina": ("office",),
    "infeccion": ("infection",),
    "seguridad": ("safety",),
    "laboratorio": ("laboratory",),
    "dolor": ("pain",),
    "herida": ("wound",),
    "presion": ("pressure",),
    "corazon": ("heart", "cardi"),
    "electrocardiograma": ("ekg", "ecg", "electrocardiogra"),
    "reanimacion": ("cpr",),
    "auxilio": ("aid",),
    "salud": ("health",),
    "embarazo": ("pregnan",),
    "gratis": ("free",),
}
"""Folded, in the singular → what courses are called in English."""
SURE_ENOUGH = 72
"""Of a hundred: `phlebotmi` is like `phlebotomy`, `wombat` is like nothing here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Of each group some word must be there. `instead` maps what nobody has to what was looked for in its place."""

    groups: tuple[tuple[str, ...], ...]
    instead: Mapping[str, tuple[str, ...]]

    @property
    def is_hopeless(self) -> bool:
        return any(not group for group in self.groups)


def read_words(text: str, vocabulary: Sequence[str]) -> Asked:
    """What to look for, by a vocabulary in order.

    >>> read_words("phlebotmy classes", ["phlebotomy", "wound"]).instead
    {'phlebotmy': ('phlebotomy',)}
    """
    groups: list[tuple[str, ...]] = []
    instead: dict[str, tuple[str, ...]] = {}
    for typed in dict.fromkeys(folded_words(text[:200])):
        if typed in SKIPPED:
            continue
        word = singular(typed)
        known = tuple(each for each in (word, *ALSO.get(word, ())) if _begins_a_word(each, vocabulary))
        if not known:
            known = instead[typed] = _like(word, vocabulary)
        groups.append(known)
    return Asked(groups=tuple(groups), instead=instead)


def singular(word: str) -> str:
    """Without a plural's ending, which the search by beginnings makes up for.

    >>> singular("vaccines"), singular("flebotomias"), singular("abscess")
    ('vaccine', 'flebotomia', 'abscess')
    """
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _begins_a_word(beginning: str, vocabulary: Sequence[str]) -> bool:
    """The vocabulary is in order, so that the first word not before the beginning decides."""
    place = bisect_left(vocabulary, beginning)
    return place < len(vocabulary) and has_beginning(beginning, vocabulary[place : place + 1])


def _like(word: str, vocabulary: Sequence[str]) -> tuple[str, ...]:
    if len(word) < 4:
        return ()
    found = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=SURE_ENOUGH, limit=3)
    best = max((score for _, score, _ in found), default=0)
    return tuple(sorted(each for each, score, _ in found if score > best - 5))
