"""Judge a stored transcript again under the rules as they read that day, and say whether the answer is the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recert.records.editions import edition_of
from recert.records.models import Person, StoredVerdict
from recert.records.snapshots import unpacked
from recert.rulebooks.library import UnknownCredential, rulebook
from recert.rules.dates import NoRules, rules_for
from recert.rules.document import verdict_document
from recert.rules.edition import Edition
from recert.rules.evaluate import evaluate

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place where the replay says something else: a path such as `findings.total.earned`."""

    about: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """The verdict as it was stored, judged again by its own rules, and by those in force now (None: there are none)."""

    verdict: StoredVerdict
    stored: Document
    replayed: Document
    now: Document | None
    differences: tuple[Difference, ...]

    @property
    def is_equal(self) -> bool:
        return not self.differences


def replay_verdict(actor: Person, *, verdict_id: int) -> Replay:
    """:raises DoesNotExist: when the verdict is not about the actor's holding."""
    own = StoredVerdict.objects.filter(holding__person=actor).select_related("rules", "holding")
    verdict = own.get(pk=verdict_id)
    replayed = _judged(verdict, edition_of(verdict.rules))
    present = _present_edition(verdict)
    return Replay(
        verdict=verdict,
        stored=verdict.document,
        replayed=replayed,
        now=None if present is None else _judged(verdict, present),
        differences=tuple(differences(verdict.document, replayed)),
    )


def _judged(verdict: StoredVerdict, edition: Edition) -> Document:
    transcript = unpacked(verdict.transcript)
    return verdict_document(
        evaluate(
            transcript,
            edition=edition,
            cycle=verdict.cycle,
            as_of=verdict.as_of,
            first_cycle=verdict.first_cycle,
        )
    )


def _present_edition(verdict: StoredVerdict) -> Edition | None:
    try:
        return rules_for(rulebook(verdict.holding.credential), cycle=verdict.cycle)[0]
    except (UnknownCredential, NoRules):
        return None


def differences(before: Any, after: Any, at: str = "") -> Iterator[Difference]:
    """Where two documents differ, leaf by leaf; entries of a list are named by what they are about."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        pairs = [(key, before.get(key), after.get(key)) for key in {**before, **after}]
    elif isinstance(before, list) and isinstance(after, list):
        was, now = _named(before), _named(after)
        pairs = [(key, was.get(key), now.get(key)) for key in {**was, **now}]
    else:
        if before != after:
            yield Difference(about=at, before=before, after=after)
        return
    for key, old, new in pairs:
        yield from differences(old, new, f"{at}.{key}".lstrip("."))


def _named(entries: list[Any]) -> dict[str, Any]:
    return {f"{_name(entry, place)}": entry for place, entry in enumerate(entries)}


def _name(entry: Any, place: int) -> str:
    """Findings by requirement, activities and routes by name, the rest by place: no two entries may share one."""
    if not isinstance(entry, Mapping):
        return str(place)
    known = next((str(entry[key]) for key in ("about", "id", "route") if entry.get(key)), "")
    return known or str(place)
