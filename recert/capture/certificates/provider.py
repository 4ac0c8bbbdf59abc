"""Who offered the activity: not who accredited the provider, and not who certifies the holder."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

from recert.capture.certificates.evidence import MOST
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.plain import plain
from recert.capture.certificates.provider_evidence import Names
from recert.capture.certificates.provider_looks import every_name
from recert.capture.certificates.provider_text import LEGAL
from recert.capture.certificates.provider_weights import weight_of
from recert.capture.certificates.providers import said_providers
from recert.capture.certificates.reading import Field
from recert.capture.certificates.title_looks import Found

LIKELY = 0.85
"""A name that is likelier is sure: of those on layouts left out of the weighing, 99 in 100 were right."""
HALF = 0.75
LEAST = 0.05
"""What is less likely is not worth asking about."""
NONE = 1.0
"""That none of them is the provider weighs as much as one for which nothing speaks."""
NEVER_SURE = frozenset([
    "approver", "before figures", "belongs", "by weak", "card", "department", "department last", "department weak", "generic",
    "goes on by", "heading", "lines of names", "longer", "odd", "over the line's end", "paper", "role first", "signature", "subtitle",
    "two names",
])  # fmt: skip
"""What makes a name another's, a part of one, or more than one, however much else speaks for it."""


def provider_of(paper: Paper, holder: str, title: str = "", *, apart: bool = False) -> Field | None:
    """The provider's name, and how sure we are of it; `apart`, it is no part of the title."""
    page = Names(paper, holder, title=title)
    other = [plain(text) for text in (holder, title if apart else "") if text]
    every = every_name(page, list(said_providers(paper)))
    names = [one for one in every if not any(text in plain(one.text) or plain(one.text) in text for text in other)]
    ranked = _ranked(names)
    if not ranked or ranked[0][1] < LEAST:
        return None
    best, likely = ranked[0]
    whole = next((one for one in names if LEGAL.search(one.text) and _name(one) == _name(best)), best)
    return paper.field(whole.text, whole.span, _sureness(best, likely))


def _ranked(found: Iterable[Found]) -> list[tuple[Found, float]]:
    """Every name once, with how likely it is the provider's among all of them, the likeliest first."""
    best: dict[str, tuple[Found, float]] = {}
    for one in found:
        text, weight = _name(one), weight_of(one.evidence)
        if text not in best or best[text][1] < weight:
            best[text] = (one, weight)
    whole = NONE + sum(exp(weight) for _, weight in best.values())
    likely = [(one, exp(weight) / whole) for one, weight in best.values()]
    return sorted(likely, key=lambda one: -one[1])


def _name(found: Found) -> str:
    """The name without its legal form: a paper has it here and there, and means one."""
    return plain(LEGAL.sub("", found.text))


def _sureness(best: Found, likely: float) -> float:
    """How sure the likeliest name is: a question where it may be another's, or only a part."""
    return min(likely, MOST if likely >= LIKELY and not best.evidence & NEVER_SURE else HALF)
