"""Every message this installation wanted to send, kept whether or not mail is configured."""

from __future__ import annotations

from django.db import models


class KeptMessage(models.Model):
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.subject
