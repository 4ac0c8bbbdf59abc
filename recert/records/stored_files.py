"""One file in the vault, known by what is in it: whoever hands in the same bytes shares it."""

from __future__ import annotations

from django.db import models


class StoredFile(models.Model):
    """`digest` is the SHA-256 of the bytes, and the file's name in the vault."""

    digest = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=60)
    stored_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.media_type} {self.digest[:12]}"
