"""What a person did at another installation, as their export told it: kept apart from the chain of this one."""

from __future__ import annotations

from django.db import models

from recert.records.fields import PackedDocumentField
from recert.records.people import Person


class EarlierTrail(models.Model):
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="earlier_trail")
    entries = PackedDocumentField()
    brought_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.person_id}, {len(self.entries)} entries"
