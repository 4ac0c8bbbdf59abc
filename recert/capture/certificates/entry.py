"""One paper's draft: every field found on it, and a question for what is doubtful or missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, takewhile

from recert.capture.certificates.amount import awarded
from recert.capture.certificates.amounts import Amount, amounts_on
from recert.capture.certificates.approval import approval_number_of, approvers_of
from recert.capture.certificates.days import days_on
from recert.capture.certificates.holder import holder_of
from recert.capture.certificates.initials import shortens
from recert.capture.certificates.kinds import kind_of
from recert.capture.certificates.minutes import minutes_on
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.parts import copies_of, parts_of
from recert.capture.certificates.plain import plain
from recert.capture.certificates.provider import provider_of
from recert.capture.certificates.questions import about, asked
from recert.capture.certificates.reading import Entry, Field, Question
from recert.capture.certificates.rivals import doubts_about
from recert.capture.certificates.title import title_of
from recert.capture.certificates.when import days_of, is_last

NAMED, MADE_OUT = 0.7, 0.85
"""So sure of a title or a holder, a part is a paper of its own; so sure of a holder, a slip is made out to somebody."""


def read_page(paper: Paper) -> list[Entry]:
    """The certificates on one page: more than one only where each of them is whole."""
    whole = read_paper(paper)
    if whole.kind == "not_a_certificate":
        return [whole]
    for entries in _divided(paper, whole.kind):
        return [replace(entries[0], links=paper.links), *entries[1:]]
    return [whole]


def _divided(paper: Paper, kind: str) -> Iterator[list[Entry]]:
    """Each way to divide a page that holds; what the page is, every copy of a form on it is, too."""
    for way in copies_of(paper):
        entries = _each(way, _is_filled_in, kind)
        if entries and _differ(entries, way, copied=True):
            yield entries
    for way in parts_of(paper):
        entries = _each(way, _is_whole)
        if len(entries) > 1 and _differ(entries, way):
            yield entries


def _each(parts: Sequence[Paper], will_do: Callable[[Entry], bool], kind: str = "") -> list[Entry]:
    """What each part of a page says; none from the first on that will not do, for then the page is not divided so."""
    entries = list(takewhile(will_do, (read_paper(part, kind) for part in parts)))
    return entries if len(entries) == len(parts) else []


def _is_filled_in(entry: Entry) -> bool:
    return "earned_on" in entry.fields and _is_named(entry)


def _is_whole(entry: Entry) -> bool:
    return (
        entry.kind in ("course", "cpr_card")
        and "earned_on" in entry.fields
        and _is_named(entry)
        and (entry.kind == "cpr_card" or "quantity" in entry.fields)
    )


def _is_named(entry: Entry) -> bool:
    return any(name in entry.fields and entry.fields[name].confidence >= NAMED for name in ("title", "holder"))


def _differ(entries: Sequence[Entry], parts: Sequence[Paper], *, copied: bool = False) -> bool:
    """Whether no two of them say the same of title, holder and kind; copies of a form tell it by their figures, too."""
    pairs = combinations(zip(entries, parts, strict=True), 2)
    return not any(
        (
            one.kind == other.kind
            and _value(one, "holder") == _value(other, "holder")
            and not (copied and not _same_figures(one, other))
            and (
                _value(one, "title") in there.folded
                or _value(other, "title") in here.folded
                or (here.is_spanish != there.is_spanish and _same_figures(one, other))
            )
        )
        or _is_a_strip(one, other, here, there)
        for (one, here), (other, there) in pairs
    )


def _is_a_strip(one: Entry, other: Entry, here: Paper, there: Paper) -> bool:
    """Whether one of them is the other's copy to carry along: made out alike, to the same last day or in short."""
    alike = _value(one, "holder") in there.folded or _value(other, "holder") in here.folded
    if one.kind != other.kind:
        return alike and bool(_value(one, "expires_on")) and _value(one, "expires_on") == _value(other, "expires_on")
    titles = (_value(one, "title"), _value(other, "title"))
    same_day = _value(one, "earned_on") == _value(other, "earned_on")
    return alike and same_day and (shortens(*titles) or shortens(*reversed(titles)))


def _same_figures(one: Entry, other: Entry) -> bool:
    """Whether a part may be the other one in another language."""
    return all(_value(one, name) == _value(other, name) for name in ("earned_on", "quantity", "expires_on"))


def _value(entry: Entry, name: str) -> str:
    field = entry.fields.get(name)
    return plain(field.value) if field else ""


def read_paper(paper: Paper, kind: str = "") -> Entry:
    """Everything that one page says, of a kind that is known or that it tells."""
    fields: dict[str, Field] = {}
    doubts: dict[str, str] = {}
    approval = approvers_of(paper)
    bodies = approval[0].split(";") if approval else []
    amounts = amounts_on(paper)
    holder = holder_of(paper)
    kind = kind or kind_of(
        paper,
        has_amount=any(_is_credit(one) for one in amounts),
        made_out=holder is not None and bool(days_on(paper)) and _is_made_out(paper, holder, amounts),
        ends=any(is_last(day) for day in days_on(paper)),
    )
    title, provider = _title_and_provider(paper, kind, holder.value if holder else "")
    fields |= {name: one for name, one in (("title", title), ("holder", holder), ("provider", provider)) if one}
    if approval:
        fields["approved_by"] = approval[1]
    if number := approval_number_of(paper):
        fields["approval_number"] = number
    days_of(paper, kind, fields, doubts)
    _amount(paper, kind, amounts, bodies, fields, doubts)
    return Entry(
        kind=kind,
        pages=(paper.page,),
        fields=fields,
        questions=questions_of(paper, kind, fields, doubts),
        links=paper.links,
    )


def _is_credit(amount: Amount) -> bool:
    """Whether an amount may be credit: no rule, no part, and no mere length of a class."""
    told = amount.said not in ("base", "each", "part", "mentioned") and amount.quantity > 0
    return told and (amount.unit != "hour" or amount.said == "given")


def _is_made_out(paper: Paper, holder: Field, amounts: Sequence[Amount]) -> bool:
    """Whether a person stands beside credit; one who is surely the holder may also have been offered it, or spent minutes."""
    if holder.confidence >= MADE_OUT:
        return any(map(_is_credit, amounts)) or bool(minutes_on(paper))
    return holder.confidence >= NAMED and any(_is_credit(one) and one.said != "limit" for one in amounts)


def _is_beside_a_card(amount: Amount) -> bool:
    """Whether a card awards an amount as well: not the length of its class, nor what may be claimed elsewhere."""
    return amount.unit != "hour" and amount.said not in ("limit", "mentioned")


def _title_and_provider(paper: Paper, kind: str, holder: str) -> tuple[Field | None, Field | None]:
    """What is called how; a line that both could be is what it is more surely."""
    title = title_of(paper, kind, holder)
    provider = provider_of(paper, holder, title.value if title else "")
    if title and provider and plain(provider.value) in plain(title.value):
        if title.confidence >= provider.confidence:
            return title, provider_of(paper, holder, title.value, apart=True)
        return title_of(paper, kind, holder, provider.value), provider
    return title, provider


def _amount(
    paper: Paper,
    kind: str,
    amounts: Sequence[Amount],
    bodies: Sequence[str],
    fields: dict[str, Field],
    doubts: dict[str, str],
) -> None:
    if minutes := minutes_on(paper):
        value, span, sure = max(minutes, key=lambda one: one[2])
        several = len({value for value, _, _ in minutes}) > 1
        fields["minutes"] = paper.field(str(value), span, 0.6 if several else sure)
    amounts = [one for one in amounts if kind != "cpr_card" or _is_beside_a_card(one)]
    chosen = awarded(amounts, bodies)
    if chosen is None:
        return
    span = chosen.amount.span
    against = [*chosen.doubts, *doubts_about(paper, chosen.amount, amounts)]
    fields["quantity"] = paper.field(f"{chosen.amount.quantity.normalize():f}", span, 0.6 if against else 0.97)
    fields["unit"] = paper.field(chosen.unit, span, chosen.unit_confidence)
    if against:
        doubts["quantity"] = against[0]
    if chosen.unit == "ceu":
        doubts["unit"] = "ceu"


def questions_of(paper: Paper, kind: str, fields: dict[str, Field], doubts: dict[str, str]) -> tuple[Question, ...]:
    """A question for every doubtful field, every missing one that counts, and what the paper says against itself."""
    asks = [asked(name, field, doubts.get(name, "")) for name, field in fields.items() if not field.sure]
    return (*asks, *about(paper, kind, fields))
