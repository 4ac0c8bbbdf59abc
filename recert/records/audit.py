"""Who changed what, and when: a chain in which no entry can be altered or taken out unseen."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField
from recert.records.people import Person


class AuditEntry(models.Model):
    """What is personal is chained by its salted digest alone, so that leaving erases it and the chain still holds."""

    actor = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    holder = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="audit_entries")
    verb = models.CharField(max_length=40)
    noun = models.CharField(max_length=40)
    object_id = models.BigIntegerField(null=True)
    before = DocumentField(null=True)
    after = DocumentField(null=True)
    at = models.DateTimeField()
    salt = models.CharField(max_length=32, blank=True)
    content_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.verb} {self.noun}"


class AuditHead(models.Model):
    """The chain's one end: writers queue on this row, and an entry cut off the end is missed here."""

    digest = models.CharField(max_length=64, blank=True)
    entries = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.entries} entries"
