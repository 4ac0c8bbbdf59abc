"""The one-time key by which the first operator signs in; only its hash is kept."""

from __future__ import annotations

from django.db import models


class OperatorKey(models.Model):
    hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return "used" if self.used_at else "not yet used"
