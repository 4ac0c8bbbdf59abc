"""All tables by name, where Django looks for them."""

from __future__ import annotations

from recert.records.activities import Activity
from recert.records.applications import Application, ApplicationStep
from recert.records.audit import AuditEntry, AuditHead
from recert.records.calendar_entries import CalendarEntry
from recert.records.certificates import Certificate
from recert.records.course_cards import CourseCard, CourseWord, CreditKind, UsualFee
from recert.records.courses import Course
from recert.records.drafts import Draft
from recert.records.earlier_trails import EarlierTrail
from recert.records.enquiries import Enquiry, Lead, SchoolAddress
from recert.records.feed_loads import FeedLoad
from recert.records.feed_sources import FeedRun, FeedSource
from recert.records.holdings import Holding
from recert.records.import_addresses import ImportAddress
from recert.records.import_drafts import ImportDraft
from recert.records.institutions import Institution
from recert.records.job_runs import JobRun
from recert.records.leavings import Leaving
from recert.records.letters import Letter
from recert.records.listings import Listing
from recert.records.messages import KeptMessage
from recert.records.operator_keys import OperatorKey
from recert.records.people import Person
from recert.records.plans import ChosenPlan, OwnCourse, Planning, PlanShare, PlanStep, Spending
from recert.records.programs import Program
from recert.records.providers import Provider
from recert.records.reminders import Reminder, ReminderWishes
from recert.records.reviews import Review
from recert.records.rule_notices import RuleNotice
from recert.records.rules_in_force import RulesInForce
from recert.records.saved_searches import SavedSearch
from recert.records.state_listings import StateListing
from recert.records.stored_files import StoredFile
from recert.records.verdicts import StoredVerdict

__all__ = [
    "Activity", "Application", "ApplicationStep", "AuditEntry", "AuditHead", "CalendarEntry", "Certificate",
    "ChosenPlan", "Course", "CourseCard", "CourseWord", "CreditKind", "Draft", "EarlierTrail", "Enquiry",
    "FeedLoad", "FeedRun", "FeedSource", "Holding", "ImportAddress", "ImportDraft", "Institution", "JobRun", "KeptMessage",
    "Lead", "Leaving", "Letter", "Listing", "OperatorKey", "OwnCourse", "Person", "PlanShare", "PlanStep", "Planning",
    "Program", "Provider", "Reminder", "ReminderWishes", "Review", "RuleNotice", "RulesInForce", "SavedSearch",
    "SchoolAddress", "Spending", "StateListing", "StoredFile", "StoredVerdict", "UsualFee",
]  # fmt: skip
