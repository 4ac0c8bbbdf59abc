"""Everything a person may be reminded of, one line to a kind: other rooms add theirs here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from recert.actions.occasion import Kind, Occasion
from recert.actions.plan_events import plan_occasions
from recert.actions.remind_of_application import applications_under_way
from recert.actions.remind_of_deadlines import deadlines
from recert.actions.remind_of_mail import mailed_certificates
from recert.actions.remind_of_new_courses import new_courses
from recert.actions.remind_of_proof import missing_proof
from recert.actions.remind_of_return import ways_back
from recert.actions.remind_of_rules import changed_rules
from recert.records.people import Person
from recert.rules.wording import N_

OCCASIONS: Mapping[str, Kind] = {
    "deadline": Kind(name=N_("Days to apply by, and how to get there"), of=deadlines),
    "proof": Kind(name=N_("Certificates that are still missing"), of=missing_proof),
    "mail": Kind(name=N_("Certificates that came by mail"), of=mailed_certificates),
    "rules": Kind(name=N_("Changes of the rules"), of=changed_rules),
    "application": Kind(name=N_("Your applications"), of=applications_under_way),
    "plan": Kind(name=N_("Steps of your plan"), of=plan_occasions),
    "lapse": Kind(name=N_("Ways back after a cycle has ended"), of=ways_back),
    "search": Kind(name=N_("New courses for a search you saved"), of=new_courses),
}


def all_occasions(person: Person, *, today: date) -> Iterator[tuple[str, Occasion]]:
    """Each kind's name with its occasions, past and to come."""
    for name, kind in OCCASIONS.items():
        for occasion in kind.of(person, today):
            yield name, occasion
