"""An edition as it read on the day it was applied, kept whole so that verdicts can be replayed under it."""

from __future__ import annotations

from django.db import models

from recert.records.fields import PackedDocumentField


class RulesInForce(models.Model):
    """One row to a text of an edition: a corrected rulebook gives a new digest, the old row stays."""

    digest = models.CharField(max_length=64, unique=True)
    credential = models.CharField(max_length=40)
    edition = models.CharField(max_length=40)
    rules = PackedDocumentField()
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "rules in force"

    def __str__(self) -> str:
        return f"{self.credential} {self.edition} ({self.digest[:8]})"
