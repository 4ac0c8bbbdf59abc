"""What a person's calendar feed said last, so that an entry that has not changed reads the same the next time."""

from __future__ import annotations

from django.db import models

from recert.records.people import Person


class CalendarEntry(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="calendar_entries")
    uid = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    stamped_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "uid"), name="one_calendar_entry_per_uid"),)

    def __str__(self) -> str:
        return f"{self.uid} #{self.sequence}"
