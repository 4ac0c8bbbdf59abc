"""Who offered the activity: not who accredited the provider, and not who certifies the holder."""

from __future__ import annotations

from recert.capture.certificates.paper import Paper
from recert.capture.certificates.plain import plain
from recert.capture.certificates.provider_evidence import Names
from recert.capture.certificates.provider_looks import every_name
from recert.capture.certificates.provider_text import LEGAL
from recert.capture.certificates.provider_weights import WEIGHTS
from recert.capture.certificates.providers import said_providers
from recert.capture.certificates.ranking import Found, ranked, sureness
from recert.capture.certificates.reading import Field

LIKELY = 0.9
"""A name that is likelier is sure: of those on layouts left out of the weighing, all were right."""
LEAST = 0.05
"""What is less likely is not worth asking about."""
NEVER_SURE = frozenset([
    "approver", "before figures", "belongs", "by weak", "card", "department", "department last", "department weak",
    "generic", "goes on by", "heading", "joined", "lines of names", "longer", "odd", "over the line's end", "paper",
    "role first", "signature", "subtitle", "two names",
])  # fmt: skip
"""What makes a name another's, a part of one, or more than one, however much else speaks for it."""


CAPTION = frozenset(["heading", "paper"])
NEVER = frozenset(["field", "signature"])
"""What a text is instead of a provider's name, unless words make it out to be one."""


def provider_of(paper: Paper, holder: str, title: str = "", *, apart: bool = False) -> Field | None:
    """The provider's name, and how sure we are of it; `apart`, it is no part of the title."""
    found = [one for one in names_on(paper, holder, title) if not (apart and title and _overlap(one.text, title))]
    best = ranked(found, WEIGHTS, name_of)[:1]
    if not best or best[0][1] < LEAST:
        return None
    name, likely = best[0]
    whole = next((one for one in found if LEGAL.search(one.text) and name_of(one) == name_of(name)), name)
    sure = likely >= LIKELY and not may_be_anothers(name)
    return paper.field(whole.text, whole.span, sureness(likely, sure=sure))


def names_on(paper: Paper, holder: str, title: str) -> list[Found]:
    """Every name that may be the provider's: what words make out to be it, and lines, but not the holder's."""
    every = every_name(Names(paper, holder, title=title), list(said_providers(paper)))
    return [one for one in every if _may_be_one(one) and not (holder and _overlap(one.text, holder))]


def _may_be_one(name: Found) -> bool:
    """Whether a text is no caption, no signature, and no name with a word of its field before it."""
    is_none = name.evidence & NEVER or name.evidence >= CAPTION
    return "role first" not in name.evidence and ("said" in name.evidence or not is_none)


def name_of(found: Found) -> str:
    """The name without its legal form: a paper has it here and there, and means one."""
    return plain(LEGAL.sub("", found.text))


def may_be_anothers(name: Found) -> bool:
    """Whether a name may be another's, a part of the provider's, or more than one."""
    return bool(name.evidence & NEVER_SURE)


def _overlap(one: str, other: str) -> bool:
    return plain(one) in plain(other) or plain(other) in plain(one)
