"""Which tables go along when a person leaves, and which do not and why: every table that belongs to a person is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Field, Model, QuerySet

from recert.records import models
from recert.records.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`owner` is the path from a row to its person; `names` the documents that name other rows by id.

    `unwritten` columns are worked out anew, or mean nothing anywhere else. `later` ones came with a later version: an
    export may lack them, and they begin as they do in a new row.
    """

    model: type[Model]
    owner: str = "person"
    names: tuple[str, ...] = ()
    unwritten: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    def rows(self, person: Person) -> QuerySet[Model]:
        return self.model._default_manager.filter(**{self.owner: person}).order_by("pk")

    def columns(self) -> list[Field]:
        """What is written of a row: not its id, whose it is, or the one-time key of the request that made it."""
        fields = self.model._meta.concrete_fields
        unwritten = {*UNWRITTEN, *self.unwritten}
        return [field for field in fields if not field.primary_key and field.name not in unwritten]


UNWRITTEN = ("person", "request_key")

# A row may point to tables above its own.
TABLES: Mapping[str, Table] = {
    "holdings": Table(model=models.Holding),
    "activities": Table(model=models.Activity),
    "imports": Table(model=models.ImportDraft, later=("repairs",)),
    "rule_notices": Table(model=models.RuleNotice, owner="holding__person"),
    "verdicts": Table(model=models.StoredVerdict, owner="holding__person", names=("document", "transcript")),
    "certificates": Table(model=models.Certificate),
    "drafts": Table(model=models.Draft, owner="certificate__person"),
    "applications": Table(model=models.Application, owner="holding__person"),
    "application_steps": Table(model=models.ApplicationStep, owner="application__holding__person"),
    "own_courses": Table(model=models.OwnCourse),
    "spendings": Table(model=models.Spending, owner="activity__person"),
    "plannings": Table(
        model=models.Planning,
        owner="holding__person",
        names=("choices",),
        unwritten=("answer", "fingerprint", "computed_at"),
    ),
    "chosen_plans": Table(model=models.ChosenPlan, owner="holding__person", names=("document",)),
    "plan_steps": Table(model=models.PlanStep, owner="plan__holding__person", names=("offer", "document")),
    "reminder_wishes": Table(
        model=models.ReminderWishes, names=("stopped",), unwritten=("calendar_link", "refused_address", "planned_on")
    ),
    "saved_searches": Table(model=models.SavedSearch, unwritten=("told", "news", "news_on", "looked_on")),
}
SETTINGS = frozenset({"reminder_wishes"})
"""Tables that have a row for everybody, made by the clock: an account with nothing else in it is empty."""
"""The name of each table's file in an export, and its rows: they come back as they were."""

SHARED: Mapping[type[Model], str] = {models.RulesInForce: "digest", models.StoredFile: "digest"}
"""Rows that several people point to, by what is in them."""

SHOWN: Mapping[str, str] = {
    "records.Person": "name, language and time zone come back; the address is proven anew where one signs in",
    "records.AuditEntry": "written out as the trail; another installation keeps it apart from its own chain",
    "records.EarlierTrail": "written out with the trail that it is the older part of",
    "records.Reminder": "written out; the clock plans what is still to come anew, from the same days",
    "records.Letter": "day and subject are written out; the text may hold a link that opens something",
    "records.Enquiry": "written out; the consent in it holds only where it was given",
    "records.Lead": "written out with its enquiry",
    "records.Review": "written out; it stands on the page of a course of this catalog",
    "account.EmailAddress": "an address is proven anew where one signs in",
}
"""Written out for reading, but not put into tables again, and why."""

LEFT_OUT: Mapping[str, str] = {
    "mfa.Authenticator": "a passkey belongs to one address, and an authenticator's secret must not lie in a file",
    "records.Leaving": "an account that is about to be erased is not about to be erased elsewhere",
    "records.ImportAddress": "it ends in this installation's own name",
    "records.PlanShare": "a link that opens something here, and nothing elsewhere",
    "records.CalendarEntry": "what a calendar was told last, told anew where the calendar is asked again",
    "records.Person_groups": "nobody is in a group",
    "records.Person_user_permissions": "nobody has a permission of their own",
    "account.EmailConfirmation": "a link that is good for minutes",
}
"""Not in an export, and why."""
