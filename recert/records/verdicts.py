"""What was answered about a holding: the current verdict, and the earlier ones that somebody saw."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from recert.records.fields import PackedDocumentField
from recert.records.holdings import Holding
from recert.records.rules_in_force import RulesInForce
from recert.rules.verdict import Span


class StoredVerdict(models.Model):
    """`fingerprint` names all a verdict depends on but the day; `holds_until` is the last day it reads the same."""

    holding = models.ForeignKey(Holding, on_delete=models.CASCADE, related_name="verdicts")
    rules = models.ForeignKey(RulesInForce, on_delete=models.PROTECT, related_name="+")
    edition = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    cycle_starts = models.DateField()
    cycle_ends = models.DateField()
    first_cycle = models.BooleanField()
    as_of = models.DateField()
    holds_until = models.DateField(null=True)
    document = PackedDocumentField()
    transcript = PackedDocumentField()
    is_current = models.BooleanField(default=True)
    computed_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True)
    frozen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=("holding",), condition=Q(is_current=True), name="one_current_verdict"),
        )

    def __str__(self) -> str:
        return f"{self.holding_id} as of {self.as_of}"

    @property
    def cycle(self) -> Span:
        return Span(self.cycle_starts, self.cycle_ends)
