"""Someone who asked to leave, and the moment from which everything about them is erased."""

from __future__ import annotations

from django.db import models

from recert.records.people import Person


class Leaving(models.Model):
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="leaving")
    asked_at = models.DateTimeField()
    erase_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.person_id} on {self.erase_at:%Y-%m-%d}"
