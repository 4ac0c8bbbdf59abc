"""What a change of rules means for one holding, shown until it has been seen."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField
from recert.records.holdings import Holding


class RuleNotice(models.Model):
    holding = models.ForeignKey(Holding, on_delete=models.CASCADE, related_name="rule_notices")
    old_edition = models.CharField(max_length=40)
    new_edition = models.CharField(max_length=40)
    old_digest = models.CharField(max_length=64)
    new_digest = models.CharField(max_length=64)
    change = DocumentField()
    noted_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=("holding", "old_digest", "new_digest"), name="one_notice_per_rule_change"),
        )

    def __str__(self) -> str:
        return f"{self.old_edition} → {self.new_edition}"
