"""Tell a holder what a change of rules means for them, requirement by requirement, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from recert.records.editions import digest_of, edition_of
from recert.records.models import Holding, RuleNotice, StoredVerdict
from recert.rules.document import citation_document
from recert.rules.edition import Edition
from recert.rules.evaluate import evaluate
from recert.rules.points import as_text
from recert.rules.transcript import Activity
from recert.rules.verdict import Finding, Verdict


def note_rule_change(
    current: StoredVerdict, *, case: tuple[Holding, Edition], transcript: Sequence[Activity], today: date
) -> RuleNotice | None:
    """A notice when the rules in force for one and the same cycle changed in a way the holder can feel.

    Both editions judge today's transcript, so that only the rules make the difference.
    """
    holding, edition = case
    moved = (current.cycle, current.first_cycle) != (holding.cycle, holding.first_cycle)
    if moved or current.rules.digest == digest_of(edition):
        return None
    old, new = (
        evaluate(transcript, edition=each, cycle=holding.cycle, as_of=today, first_cycle=holding.first_cycle)
        for each in (edition_of(current.rules), edition)
    )
    change = change_between(old, new)
    if not felt(change):
        return None
    digests = {"old_digest": current.rules.digest, "new_digest": digest_of(edition)}
    names = {"old_edition": old.edition.name, "new_edition": new.edition.name}
    return RuleNotice.objects.get_or_create(holding=holding, **digests, defaults={**names, "change": change})[0]


def change_between(old: Verdict, new: Verdict) -> dict[str, Any]:
    """What changed: `requirements` that differ, `gap` and `expires_on` each with old, new and the change."""
    return {
        "requirements": list(_requirements(old.findings, new.findings)),
        "gap": _amounts(old.gap.points, new.gap.points),
        "met": {"old": old.met, "new": new.met},
        "editions": {"old": old.edition.name, "new": new.edition.name},
        "since": citation_document(new.edition.since),
    }


def felt(change: Mapping[str, Any]) -> bool:
    """Whether anything differs but the wording of citations."""
    return bool(change["requirements"]) or any(change[about]["old"] != change[about]["new"] for about in _FELT)


_FELT = ("gap", "met", "editions")


def _requirements(old: Sequence[Finding], new: Sequence[Finding]) -> Iterable[dict[str, Any]]:
    was, is_now = {f.about: f for f in old}, {f.about: f for f in new}
    for about in dict.fromkeys([*was, *is_now]):
        before, after = was.get(about), is_now.get(about)
        needed = _amounts(before.needed if before else 0, after.needed if after else 0)
        if needed["old"] != needed["new"]:
            short = _amounts(before.short if before else 0, after.short if after else 0)
            yield {"about": about, "needed": needed, "short": short}


def _amounts(old: int | None, new: int | None) -> dict[str, str | None]:
    change = None if old is None or new is None else as_text(new - old)
    return {"old": _text(old), "new": _text(new), "change": change}


def _text(points: int | None) -> str | None:
    return None if points is None else as_text(points)
