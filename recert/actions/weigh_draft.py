"""Everything to look at before a paper is confirmed: its area, what it may repeat, what the certifier will miss."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from recert.actions.find_repeats import Repeat, find_repeats
from recert.actions.judge_holding import case_of
from recert.actions.open_read import open_read
from recert.actions.read_fields import FieldRefused, read_fields
from recert.actions.read_values import Found, doubtful, found_on, stated
from recert.actions.suggest_category import suggest_category
from recert.actions.whose_paper import other_name
from recert.records.models import Certificate, Draft, Holding, Person
from recert.records.snapshots import approvers
from recert.rulebooks.library import rulebook
from recert.rules.check import check
from recert.rules.edition import Citation, Edition
from recert.rules.transcript import Activity
from recert.rules.treat import kind_rule
from recert.topics.suggest import Suggestion

STATED_BY = {
    "document_title": ("title",), "document_organisation": ("provider",), "document_name": ("holder",),
    "document_dates": ("earned_on",), "document_date": ("earned_on",), "document_proof": (),
    "document_amount": ("quantity", "unit"), "document_hours": ("quantity", "unit"), "document_program": ("quantity",),
}  # fmt: skip
"""What a certifier asks to see → the fields of the paper that show it; the paper itself is the proof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """Something that a certifier will want and that was not found on the paper."""

    name: str
    text: str
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedDraft:
    draft: Draft
    siblings: tuple[Draft, ...]
    """All drafts of the paper, in their order, this one among them."""
    found: dict[str, Found]
    doubtful: tuple[Found, ...]
    suggestions: tuple[Suggestion, ...]
    settled_by: tuple[Citation, ...]
    """What the rules say where they settle the area themselves, for every credential held that asks for areas."""
    other_name: str
    """The name on the paper where it is not the person's."""
    same_file: tuple[Certificate, ...]
    """Papers of the person that came earlier with the very same bytes."""
    repeats: tuple[Repeat, ...]
    lacking: tuple[Lacking, ...]

    @property
    def likely_there(self) -> bool:
        """Whether it most likely is on the transcript already, so that adding it would be a mistake."""
        return any(repeat.likely for repeat in self.repeats)

    @property
    def better_set_aside(self) -> bool:
        """Whether it speaks against the paper that it is no certificate, or not the person's."""
        return not self.draft.outcome and (self.draft.kind == "not_a_certificate" or bool(self.other_name))


def weigh_draft(actor: Person, *, draft_id: int, today: date) -> WeighedDraft:
    """:raises DoesNotExist: when it is not the actor's, or its paper lies in the trash."""
    draft = open_read(actor, draft_id=draft_id)
    siblings = Draft.objects.filter(certificate=draft.certificate_id).defer("text").order_by("position")
    held = [case for row in _holdings(actor) if (case := case_of(row, today=today))]
    return WeighedDraft(
        draft=draft,
        siblings=tuple(siblings),
        found=found_on(draft),
        doubtful=tuple(doubtful(draft)),
        suggestions=_suggestions(draft, [case.edition for case in held]),
        settled_by=settled_by(draft, [case.edition for case in held]),
        other_name=other_name(actor, draft) if not draft.outcome else "",
        same_file=tuple(_same_file(actor, draft)) if not draft.outcome else (),
        repeats=tuple(find_repeats(actor, draft)) if not draft.outcome else (),
        lacking=tuple(lack for case in held for lack in _lacking(draft, case.holding, case.edition, today)),
    )


def _same_file(actor: Person, draft: Draft) -> QuerySet[Certificate]:
    papers = Certificate.objects.filter(person=actor, trashed_at=None, file=draft.certificate.file_id)
    return papers.filter(pk__lt=draft.certificate_id).order_by("id")


def _holdings(actor: Person) -> list[Holding]:
    return list(Holding.objects.filter(person=actor, closed_on=None).select_related("person"))


def _suggestions(draft: Draft, editions: list[Edition]) -> tuple[Suggestion, ...]:
    """What the title speaks of, else the paper; nothing where no credential held asks for a category."""
    if draft.kind == "cpr_card":
        return ()
    asked = {name for edition in editions for name in edition.categories}
    return suggest_category((str(stated(draft).get("title", "")), draft.text), asked=asked)


def settled_by(draft: Draft, editions: list[Edition]) -> tuple[Citation, ...]:
    """The rules that put this kind of paper into an area; none where a credential leaves that open."""
    rules = [kind_rule(edition, stated(draft)["kind"]) for edition in editions if edition.categories]
    settled = [rule.cited for rule in rules if rule and rule.counts_in]
    return tuple(settled) if len(settled) == len(rules) else ()


def _lacking(draft: Draft, holding: Holding, edition: Edition, today: date) -> list[Lacking]:
    there = {name for name, found in found_on(draft).items() if found.value}
    if holding.person.name and holding.person.name.casefold() in draft.text.casefold():
        there.add("holder")
    answer = check(_activity(draft, today), edition=edition, cycle=holding.cycle, as_of=today)
    wanted = [fact for fact in answer.missing_documents if not set(STATED_BY.get(fact.about, ("nothing",))) <= there]
    name = rulebook(holding.credential).name
    return [Lacking(name=name, text=str(fact.value), cited=fact.cited) for fact in wanted]


def _activity(draft: Draft, today: date) -> Activity:
    """The paper as the rules see it; what was not found is something usual, so that they can be asked at all."""
    usual = {"earned_on": today.isoformat(), "quantity": "1", "unit": "contact_hour"}
    values = stated(draft)
    try:
        fields = read_fields({**usual, **values})
    except FieldRefused:
        fields = read_fields({**usual, "kind": values["kind"], "approved_by": values.get("approved_by", "")})
    return Activity(
        id="this",
        earned_on=fields["earned_on"],
        quantity=Decimal(fields["quantity"]),
        unit=fields["unit"],
        kind=fields["kind"],
        minutes=fields["minutes"],
        approved_by=approvers(fields["approved_by"]),
    )
