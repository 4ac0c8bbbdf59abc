"""Whatever order things are added, changed, trashed and restored in, the transcript is what a plain dict says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from recert.actions.add_activity import add_activity
from recert.actions.change_activity import change_activity
from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.check_standing import check_standing
from recert.actions.check_verdicts import check_verdicts
from recert.actions.erase_person import erase_person
from recert.actions.hold_credential import hold_credential
from recert.actions.list_activities import list_activities
from recert.actions.restore_activity import restore_activity
from recert.actions.trash_activity import trash_activity
from recert.records.models import Person, StoredVerdict
from recert.records.versions import StaleEdit

QUANTITIES = st.decimals(min_value=0, max_value=40, places=2)
DAYS = st.dates(min_value=date(2022, 1, 1), max_value=date(2027, 6, 1))
TODAY = date(2026, 11, 22)


class Transcript(RuleBasedStateMachine):
    """`shelf` and `bin` model the transcript and the trash: id → (version, quantity)."""

    activities: Bundle[int] = Bundle("activities")

    @initialize()
    def begin(self) -> None:
        for person in Person.objects.all():
            erase_person(person)
        self.person = Person.objects.create_user("model@example.org")
        hold_credential(self.person, credential="cma-aama", certified_on=date(2022, 3, 14))
        self.shelf: dict[int, tuple[int, Decimal]] = {}
        self.bin: dict[int, tuple[int, Decimal]] = {}

    @rule(target=activities, quantity=QUANTITIES, day=DAYS)
    def add(self, quantity: Decimal, day: date) -> int:
        fields = {"earned_on": day, "quantity": quantity, "unit": "aama_ceu", "category": "clinical|general"}
        row = add_activity(self.person, fields=fields)
        self.shelf[row.pk] = (1, quantity)
        return row.pk

    @rule(pk=activities, quantity=QUANTITIES, behind=st.booleans())
    def change(self, pk: int, quantity: Decimal, behind: bool) -> None:
        version = (self.shelf.get(pk) or self.bin[pk])[0] - behind
        change = {"activity_id": pk, "version": version, "fields": {"quantity": quantity}}
        if behind:
            with pytest.raises(StaleEdit):
                change_activity(self.person, **change)
        elif pk in self.shelf:
            change_activity(self.person, **change)
            self.shelf[pk] = (version + 1, quantity)

    @rule(pk=activities)
    def trash(self, pk: int) -> None:
        trash_activity(self.person, activity_id=pk)
        if pk in self.shelf:
            version, quantity = self.shelf.pop(pk)
            self.bin[pk] = (version + 1, quantity)

    @rule(pk=activities)
    def restore(self, pk: int) -> None:
        restore_activity(self.person, activity_id=pk)
        if pk in self.bin:
            version, quantity = self.bin.pop(pk)
            self.shelf[pk] = (version + 1, quantity)

    @rule(day=st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 6, 1)))
    def look(self, day: date) -> None:
        """Every time someone looks, what is shown is what the rules say of the transcript as it is now."""
        check_standing(self.person, today=day)
        assert check_verdicts() == []

    @invariant()
    def the_transcript_is_what_the_model_says(self) -> None:
        found = {row.pk: (row.version, row.quantity) for row in list_activities(self.person)}
        binned = {row.pk: (row.version, row.quantity) for row in list_activities(self.person, trashed=True)}
        assert (found, binned) == (self.shelf, self.bin)

    def teardown(self) -> None:
        (standing,) = check_standing(self.person, today=TODAY)
        assert {row["id"] for row in standing.document["activities"]} == {str(pk) for pk in self.shelf}
        assert check_audit_trail() == []
        assert StoredVerdict.objects.filter(is_current=True).count() == 1


def test_the_transcript_is_what_a_dict_says(db: None) -> None:
    quick = settings(max_examples=20, stateful_step_count=15, suppress_health_check=list(HealthCheck), deadline=None)
    run_state_machine_as_test(Transcript, settings=quick)
