"""A file somebody handed in, waiting for them to confirm what it says."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField
from recert.records.people import Person


class ImportDraft(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="import_drafts")
    name = models.CharField(max_length=255)
    content = models.BinaryField()
    repairs = DocumentField(default=dict)
    """What the person said of rows that lack a day, an amount or a unit: row number → field → text."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.name
