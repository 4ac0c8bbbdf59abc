"""What a run found, as one document and as the tables that are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.measure import MEGABYTE, Read
from evaluation.score import Mark, kinds, marks
from evaluation.tally import grave, spread, tallied
from evaluation.truth import FIELDS

COLUMNS = ("there", "precision", "recall", "asked_instead_of_guessed", "sure_and_wrong", "missed_in_silence")


def part_document(reads: Sequence[Read], *, name_them: bool) -> dict[str, Any]:
    """One part of the set; confident errors by name only where that gives nothing away."""
    marked = {id(one): list(marks(one.paper.entries, one.said)) for one in reads}
    every = [mark for one in reads for mark in marked[id(one)]]
    looks = sorted({one.look for one in reads})
    document: dict[str, Any] = {
        "layouts": len({one.paper.layout for one in reads}),
        "files": len(reads),
        "certificates": sum(len(one.paper.entries) for one in reads),
        "fields": tallied(every),
        "by_look": {look: tallied(_of(look, reads, marked))["all"] for look in looks},
        "kinds": _kinds(reads),
        "grave": dict(Counter(one.field for one in grave(every))),
        "unreadable": sum(1 for one in reads if one.trouble),
    }
    if name_them:
        document["confident_and_wrong"] = [line for one in reads for line in _wrong(one, marked[id(one)])]
    return document


def cost_document(reads: Sequence[Read]) -> dict[str, Any]:
    """Seconds a page and memory of the child, by look."""
    looks = sorted({one.look for one in reads})
    return {
        look: {
            "pages": sum(one.pages for one in reads if one.look == look),
            "seconds_a_page": spread([one.seconds / one.pages for one in reads if one.look == look]),
            "child_megabytes_at_most": max(one.child_memory for one in reads if one.look == look) // MEGABYTE,
        }
        for look in looks
    }


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The whole as tables for a terminal."""
    for part, said in found["parts"].items():
        yield f"{part}: {said['certificates']} certificates in {said['files']} files, {said['layouts']} layouts"
        yield f"  {'':17}" + "".join(f"{name.replace('_', ' '):>26}" for name in COLUMNS)
        rows = {**said["fields"], **{f"all, {look}": row for look, row in said["by_look"].items()}}
        for name in ("all", *FIELDS, *(f"all, {look}" for look in said["by_look"])):
            yield f"  {name:17}" + "".join(f"{rows[name][column]!s:>26}" for column in COLUMNS)
        yield f"  kinds: {said['kinds']}"
        yield f"  sure and wrong quantities and days: {said['grave'] or 'none'}; unreadable: {said['unreadable']}"
        yield from (f"    {line}" for line in said.get("confident_and_wrong", ()))
        yield ""
    for look, cost in found["cost"].items():
        most = cost["child_megabytes_at_most"]
        yield f"{look}: {cost['pages']} pages, seconds a page {cost['seconds_a_page']}, child at most {most} MB"
    yield f"this process, which stands for the web: {found['web_megabytes']}"


def _of(look: str, reads: Sequence[Read], marked: dict[int, list[Mark]]) -> list[Mark]:
    return [mark for one in reads if one.look == look for mark in marked[id(one)]]


def _kinds(reads: Sequence[Read]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for one in reads:
        for there, said in kinds(one.paper.entries, one.said):
            counts["right" if there == said else f"{there or 'nothing'} read as {said or 'nothing'}"] += 1
    return dict(counts)


def _wrong(read: Read, found: Sequence[Mark]) -> Iterator[str]:
    for mark in found:
        if mark.outcome in {"wrong", "invented"}:
            yield f"{read.file.name}: {mark.field} read as {mark.said!r}, printed {mark.answer!r}"
