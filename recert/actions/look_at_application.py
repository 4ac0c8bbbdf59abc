"""Everything the actor's application page shows: the cycle, what would be sent, how, and what happened so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recert.actions.prepare_packet import NoRulesForIt, Prepared, prepare_packet
from recert.packet.reactivate import Path, paths_after_lapse
from recert.records.models import Application, ApplicationStep, Holding, Person
from recert.rulebooks.library import UnknownCredential, rulebook
from recert.rules.edition import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """`prepared` is None where the cycle has no rules; `application` until one was opened; `paths` after a lapse."""

    holding: Holding
    book: Rulebook
    prepared: Prepared | None
    application: Application | None
    steps: Sequence[ApplicationStep]
    paths: tuple[Path, ...]


def look_at_application(actor: Person, *, holding_id: int, today: date) -> Looked:
    """:raises DoesNotExist: when the holding is not the actor's, or its credential has no rulebook any more."""
    holding = Holding.objects.get(person=actor, pk=holding_id)
    try:
        book = rulebook(holding.credential)
    except UnknownCredential:
        raise Holding.DoesNotExist from None
    try:
        prepared = prepare_packet(actor, holding_id=holding_id, today=today)
    except NoRulesForIt:
        prepared = None
    application = Application.objects.filter(holding=holding).select_related("packet").order_by("-pk").first()
    lapsed = holding.closed_on is None and today > holding.cycle_ends
    return Looked(
        holding=holding,
        book=book,
        prepared=prepared,
        application=application,
        steps=list(application.steps.all()) if application else (),
        paths=paths_after_lapse(book, expires_on=holding.cycle_ends, today=today) if lapsed else (),
    )
