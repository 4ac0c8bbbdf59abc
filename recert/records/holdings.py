"""A credential someone holds, one row to a cycle; the open cycle has no closing day."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from recert.records.people import Person
from recert.rules.verdict import Span


class Holding(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="holdings")
    credential = models.CharField(max_length=40)
    certified_on = models.DateField(null=True)
    cycle_starts = models.DateField()
    cycle_ends = models.DateField()
    first_cycle = models.BooleanField(default=False)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("person", "credential"), condition=Q(closed_on=None), name="one_open_cycle_per_credential"
            ),
            models.CheckConstraint(condition=Q(cycle_starts__lte=F("cycle_ends")), name="a_cycle_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return f"{self.credential} {self.cycle_starts}..{self.cycle_ends}"

    @property
    def cycle(self) -> Span:
        return Span(self.cycle_starts, self.cycle_ends)
