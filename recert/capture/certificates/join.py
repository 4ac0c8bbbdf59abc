"""Which pages are certificates of their own, and which repeat or continue one that is already there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from recert.capture.certificates.plain import plain
from recert.capture.certificates.reading import Entry, Field

SAME = 88


def joined(entries: Sequence[Entry], texts: Sequence[str] = ()) -> list[Entry]:
    """One entry to an activity, in the order of their first pages; `texts` are those of all pages."""
    kept: list[Entry] = []
    for entry in entries:
        if _lists_the_others(entry, entries, texts):
            continue
        place = next((place for place, other in enumerate(kept) if repeats(other, entry) or _adds_nothing(entry)), None)
        if place is None:
            kept.append(entry)
        else:
            kept[place] = merged(kept[place], entry)
    return kept


def repeats(one: Entry, other: Entry) -> bool:
    """The same activity again: the same title, and no day or amount that says otherwise."""
    if one.kind != other.kind or not _alike(one.fields.get("title"), other.fields.get("title")):
        return False
    names = ("earned_on", "quantity", "holder")
    return all(_agree(one.fields.get(name), other.fields.get(name)) for name in names)


def _alike(one: Field | None, other: Field | None) -> bool:
    if one is None or other is None:
        return False
    least = SAME if min(len(one.value), len(other.value)) >= 30 else 95
    return fuzz.ratio(one.value.lower(), other.value.lower()) >= least


def _agree(one: Field | None, other: Field | None) -> bool:
    return one is None or other is None or fuzz.ratio(one.value.lower(), other.value.lower()) >= 92


def _adds_nothing(entry: Entry) -> bool:
    """A page of small print: no certificate, and neither a day nor an amount on it."""
    return (
        entry.kind == "not_a_certificate"
        and not {"earned_on", "quantity"} & set(entry.fields)
        and len(entry.fields) <= 2
    )


def _lists_the_others(entry: Entry, entries: Sequence[Entry], texts: Sequence[str]) -> bool:
    """Whether a page is only the cover of the others: no certificate, and every title of the file stands on it."""
    if entry.kind != "not_a_certificate" or entry.first_page > len(texts):
        return False
    text = " ".join(plain(texts[entry.first_page - 1]).split())
    titles = [one.fields["title"].value for one in entries if one is not entry and "title" in one.fields]
    return len(titles) > 1 and all(" ".join(plain(title).split()) in text for title in titles)


def merged(one: Entry, other: Entry) -> Entry:
    """Both pages as one entry, each field from where it is surer, the first page before the later."""
    fields = {**other.fields, **one.fields}
    settled = {name for name, field in fields.items() if field.sure}
    questions = [question for question in one.questions if question.field not in settled]
    bodies = sorted(
        {
            body
            for entry in (one, other)
            if (field := entry.fields.get("approved_by"))
            for body in field.value.split(";")
        }
    )
    if bodies and "approved_by" in fields:
        fields["approved_by"] = replace(fields["approved_by"], value=";".join(bodies))
    return replace(
        one,
        pages=(*one.pages, *other.pages),
        fields=fields,
        questions=tuple(questions),
        links=(*one.links, *other.links),
    )
