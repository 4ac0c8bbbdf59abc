"""Who offered the activity: not who accredited the provider, and not who certifies the holder."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recert.capture.certificates.evidence import Candidate, strongest
from recert.capture.certificates.letterhead import ACRONYM, FIRST, letterhead
from recert.capture.certificates.names import is_headed_as_organisation, organisation
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.plain import plain
from recert.capture.certificates.provider_text import SHORT, is_department
from recert.capture.certificates.providers import CONDUCTED, after, said_providers
from recert.capture.certificates.reading import Field

AGAIN = 0.45
"""How often a name that stands on the paper more than once is the provider's."""
ONLY, DOUBTFUL = 0.82, 0.78
"""The same where no other organisation is named."""
ROLE = re.compile(rf"(?:(?:training|course|class) )?(?:{SHORT.pattern}|provider|sponsor|site)(?: de \w+)? ")
"""A word for what an organisation is, as the name of a field before it."""
UNLIKELY = 0.3
"""Less likely a name, it is a title or a department that has words of an organisation."""


def provider_of(paper: Paper, holder: str, title: str = "") -> Field | None:
    """The provider's name, and how sure we are of it."""
    avoid = {plain(holder), plain(title), ""}
    every = [one for one in (*said_providers(paper), *letterhead(paper)) if plain(one.text) not in avoid]
    found = [one for one in every if plain(one.text) not in plain(title) or paper.times(one.text) > paper.times(title)]
    again = [replace(one, sure=AGAIN, sign="again") for one in found if _stands_again(paper, one.text)]
    best = strongest([*_without_roles(paper, found), *again])
    if best is None:
        return None
    return paper.field(best.text, best.span, _all_considered(paper, best, found))


def _all_considered(paper: Paper, best: Candidate, found: Sequence[Candidate]) -> float:
    """How sure the best name is, when it is the only one, or a longer one begins with it, or somebody else taught."""
    sure = best.sure
    likely = [one for one in found if one.sure >= UNLIKELY and is_headed_as_organisation(one.text)]
    others = [one for one in likely if plain(one.text) not in plain(best.text) and not ACRONYM.fullmatch(one.text)]
    if is_headed_as_organisation(best.text) and not others:
        sure = max(sure, ONLY if sure >= FIRST else DOUBTFUL)
    goes_on = re.compile(re.escape(plain(best.text)) + r" (?:for|of|and|&|de|y) [^,\d]+$")
    longer = re.compile(rf"{re.escape(plain(best.text))} (?:{SHORT.pattern})(?![a-z])")
    if any(goes_on.match(plain(one.text)) for one in found) or paper.has(longer):
        sure = min(sure, DOUBTFUL)
    teacher = next(after(paper, CONDUCTED, 0.9, "conducted"), None)
    return min(sure, 0.7) if teacher and plain(teacher.text) not in plain(best.text) else sure


def _stands_again(paper: Paper, text: str) -> bool:
    """Whether an organisation is named more than once; a title, a department or a logo may be as well."""
    named = is_headed_as_organisation(text) or not organisation(text)
    return paper.times(text) > 1 and named and not is_department(text) and not ACRONYM.fullmatch(text)


def _without_roles(paper: Paper, found: Sequence[Candidate]) -> list[Candidate]:
    """Names without a word before them that only says what they are, where they stand without it, too."""
    names = {plain(one.text): one.text for one in found if is_headed_as_organisation(one.text)}
    return [_without_role(paper, one, names) for one in found]


def _without_role(paper: Paper, one: Candidate, names: Mapping[str, str]) -> Candidate:
    role = ROLE.match(plain(one.text))
    bare = plain(one.text)[role.end() :] if role else ""
    if bare in names and paper.times(bare) > paper.times(one.text):
        return replace(one, text=names[bare])
    named_twice = role and " " in role.group().strip() and re.match(rf"(?:{SHORT.pattern})\b", bare)
    return replace(one, text=one.text[role.end() :]) if role and named_twice else one
