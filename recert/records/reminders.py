"""What a person was to be reminded of, and how they want to be reminded: the first half of the ledger."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField
from recert.records.letters import Letter
from recert.records.people import Person


class Reminder(models.Model):
    """One occasion that came due. `key` is the same whenever it is planned, so that planning twice makes one.

    `letter` is the message that carries it; `withdrawn_at` says that its occasion has gone.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reminders")
    key = models.CharField(max_length=200)
    series = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=30)
    due_on = models.DateField()
    wording = models.TextField()
    values = DocumentField()
    more = DocumentField(default=list)
    link = models.CharField(max_length=300, blank=True)
    letter = models.ForeignKey(Letter, on_delete=models.SET_NULL, null=True, related_name="reminders")
    planned_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-due_on", "-id")
        constraints = (models.UniqueConstraint(fields=("person", "key"), name="one_reminder_per_occasion"),)
        indexes = (models.Index(fields=("person", "withdrawn_at", "letter"), name="reminders_to_tell"),)

    def __str__(self) -> str:
        return self.key


class ReminderWishes(models.Model):
    """Which channels and kinds are wanted, and when to be quiet; `planned_on` is the day last planned for.

    `stopped` holds the series of which "do not remind me of this again" was said; `refused_address` the address that the
    person's mail server would not take.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="reminder_wishes")
    by_email = models.BooleanField(default=True)
    in_app = models.BooleanField(default=True)
    by_calendar = models.BooleanField(default=True)
    unwanted = DocumentField(default=list)
    stopped = DocumentField(default=list)
    quiet_from = models.PositiveSmallIntegerField(default=21)
    quiet_until = models.PositiveSmallIntegerField(default=8)
    calendar_link = models.PositiveIntegerField(default=1)
    refused_address = models.EmailField(blank=True)
    planned_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"wishes of {self.person_id}"

    def is_quiet(self, hour: int) -> bool:
        """Whether this hour of the person's own day is one in which no mail should arrive."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= hour < self.quiet_until
        return hour >= self.quiet_from or hour < self.quiet_until
