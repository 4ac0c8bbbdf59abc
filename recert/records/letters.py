"""A message on its way out: the second half of the ledger, kept until a mail server took it or refused it for good."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField
from recert.records.people import Person


class Letter(models.Model):
    """`key` fixes `message_id`: sent twice, it is the same letter to whoever receives it.

    `lease_until` is how long the one who claimed it may take; `handed_at` is written after the server took it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="letters")
    key = models.CharField(max_length=200, unique=True)
    message_id = models.CharField(max_length=200)
    to = models.EmailField()
    reply_to = models.EmailField(blank=True)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = DocumentField(default=dict)
    written_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    handed_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("handed_at", "refused_at", "withdrawn_at", "next_try_at"), name="letters_out"),)

    def __str__(self) -> str:
        return self.subject
