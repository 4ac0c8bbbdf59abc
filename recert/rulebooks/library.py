"""The shelf of rulebooks: find one by its id or its letters, and read no more files than the question needs."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path

from recert.rulebooks.reader import read_rulebook
from recert.rules.edition import Rulebook

DATA = Path(__file__).parent / "data"
MOST_HELD = 5
"""The rank up to which a credential is among those most medical assistants hold."""
LONGEST_ID = 40
"""No id is longer; a stranger's text may be."""


class UnknownCredential(LookupError):
    """No rulebook goes by this name; the message names the nearest ones."""


class AmbiguousCredential(LookupError):
    """The letters mean several credentials; the message names them all."""


def rulebook(name: str) -> Rulebook:
    """Find one rulebook by its id (`cma-aama`), or by letters that mean exactly one (`cmac`).

    Only the file that holds it is read, unless it is asked for by its letters.

    >>> rulebook("cma-aama").name
    'CMA (AAMA)'

    :raises UnknownCredential: with the nearest ids.
    :raises AmbiguousCredential: with every id the letters could mean.
    """
    asked = name.strip().lower()
    for file in _files_that_may_hold(asked):
        for each in _read(file):
            if each.credential == asked:
                return each
    return _by_letters(asked)


@cache
def all_rulebooks() -> tuple[Rulebook, ...]:
    """Every rulebook we have, what is asked for most first, those without a confirmed rule last."""
    found = (each for file in sorted(DATA.glob("*.yaml")) for each in _read(file))
    return tuple(sorted(found, key=lambda each: (bool(each.unconfirmed), each.rank)))


def most_held() -> tuple[Rulebook, ...]:
    """The credentials most medical assistants hold."""
    return tuple(each for each in all_rulebooks() if each.rank <= MOST_HELD)


def search(words: str) -> tuple[Rulebook, ...]:
    """The rulebooks that words could mean, the likeliest first; all of them where nothing is asked.

    >>> [each.credential for each in search("aama")]
    ['cma-aama']
    """
    asked = _folded(words).split()
    ranked = [(_likeness(asked, each), each) for each in all_rulebooks()]
    return tuple(each for rank, each in sorted(ranked, key=lambda pair: -pair[0]) if rank or not asked)


def _files_that_may_hold(credential: str) -> list[Path]:
    """A credential's own file, or its certifier's family file."""
    if len(credential) > LONGEST_ID or not credential.replace("-", "").isalnum():
        return []
    files = [DATA / f"{name}.yaml" for name in (credential, credential.rpartition("-")[2])]
    return [file for file in files if file.is_file()]


@cache
def _read(file: Path) -> tuple[Rulebook, ...]:
    return read_rulebook(file.read_text(encoding="utf-8"), file.name)


def _by_letters(asked: str) -> Rulebook:
    letters = _letters(asked)
    meant = [each for each in all_rulebooks() if letters in _goes_by(each)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        named = "; ".join(f"{each.credential} ({each.name}, {each.certifier.name})" for each in meant)
        raise AmbiguousCredential(f"'{asked}' means several credentials: {named}. Use the one you hold.")
    known = [each.credential for each in all_rulebooks()]
    near = get_close_matches(asked, known, 3, 0.5) or known
    raise UnknownCredential(f"No credential is called '{asked[:LONGEST_ID]}'. The nearest we know: {', '.join(near)}.")


def _goes_by(each: Rulebook) -> set[str]:
    """The letters a credential is called by: its acronym with and without its specialty, its name and other names."""
    acronym = each.credential.rpartition("-")[0]
    return {_letters(name) for name in (acronym, acronym.partition("-")[0], each.name, *each.also_called)}


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _folded(words: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in words.casefold())


def _likeness(asked: list[str], each: Rulebook) -> int:
    """How well a rulebook answers: every word must be heard in its names, and its own letters weigh most."""
    names = [each.credential, each.name, each.full_name, each.certifier.name, each.certifier.acronym, *each.also_called]
    words = set(_folded(" ".join(names)).split())
    heard = [_heard(word, words) for word in asked]
    if not heard or not all(heard):
        return 0
    return sum(heard) + 9 * ("".join(asked) in _goes_by(each)) + bool(each.editions)


def _heard(word: str, words: set[str]) -> int:
    """3 for the word itself, 2 for its beginning, 1 for a word that is nearly it."""
    if word in words:
        return 3
    if any(known.startswith(word) for known in words):
        return 2
    return int(len(word) > 3 and bool(get_close_matches(word, words, 1, 0.8)))
