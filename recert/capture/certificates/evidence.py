"""Candidates for a field, and how much speaks for each: several signs that agree are surer than any one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import prod

from recert.capture.certificates.paper import Span
from recert.capture.certificates.plain import plain

MOST = 0.97
RIVAL, DECISIVE = 0.75, 0.95
"""So sure of another text, one is in doubt, unless its own sign is decisive."""
IN_DOUBT = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may be the value: how often one found by such a sign is."""

    text: str
    span: Span
    sure: float
    sign: str


def weighed(found: Iterable[Candidate]) -> list[Candidate]:
    """Every text once, what most speaks for first.

    >>> place = Span(0, 1)
    >>> labelled, large = Candidate("Asthma", place, 0.7, "label"), Candidate("asthma", place, 0.5, "size")
    >>> [(one.text, round(one.sure, 2)) for one in weighed([large, labelled, labelled])]
    [('Asthma', 0.85)]
    """
    signs: dict[str, dict[str, Candidate]] = {}
    for one in found:
        there = signs.setdefault(plain(one.text), {})
        if one.sign not in there or there[one.sign].sure < one.sure:
            there[one.sign] = one
    return sorted((_together(list(each.values())) for each in signs.values()), key=lambda one: -one.sure)


def _together(signs: list[Candidate]) -> Candidate:
    best = max(signs, key=lambda one: one.sure)
    return replace(best, sure=1 - prod(1 - one.sure for one in signs))


def strongest(found: Iterable[Candidate]) -> Candidate | None:
    """The text that most speaks for; in doubt where nearly as much speaks for another."""
    ranked = weighed(found)
    if not ranked:
        return None
    best = ranked[0]
    rivals = [one for one in ranked[1:] if plain(one.text) not in plain(best.text)]
    in_doubt = any(one.sure >= (RIVAL if best.sure < DECISIVE else DECISIVE) for one in rivals)
    return replace(best, sure=min(best.sure, IN_DOUBT if in_doubt else MOST))
