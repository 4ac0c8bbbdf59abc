"""While the certificate can still be asked for: activities that count and have no document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from recert.actions.check_standing import Standing, check_standing
from recert.actions.occasion import Occasion
from recert.actions.safe_days import held_since, safe_days, still_to_apply
from recert.records.people import Person
from recert.rules.calendar import months_before
from recert.rules.document import without_proof
from recert.rules.wording import N_

MONTHS_BEFORE = (9, 4, 2)
QUESTION = "proof_missing"

ONE = N_("Your %(name)s: 1 activity is self-reported, without a document.")
SOME = N_("Your %(name)s: %(count)s activities are self-reported, without a document.")
ASK_NOW = N_("Ask the provider for the certificate while they still have it. Your certifier may want to see it.")


def missing_proof(person: Person, today: date) -> Iterator[Occasion]:
    for standing in still_to_apply(check_standing(person, today=today, shown=False)):
        yield from missing_proof_of(standing, today=today)


def missing_proof_of(standing: Standing, *, today: date) -> Iterator[Occasion]:
    count = len(without_proof(standing.document))
    apply_by = safe_days(standing)[0].apply_by
    for months in MONTHS_BEFORE:
        due_on = months_before(apply_by, months)
        if count and held_since(standing) <= due_on and today <= apply_by:
            yield Occasion(
                key=f"proof:{standing.holding_id}:{apply_by}:{months}m",
                due_on=due_on,
                wording=ONE if count == 1 else SOME,
                values={"name": standing.name, "count": str(count)},
                more=((ASK_NOW, {}),),
                link=f"{reverse('activities')}?show={QUESTION}",
                series=f"proof:{standing.holding_id}",
            )
