"""What was last loaded from each feed that is carried with the package."""

from __future__ import annotations

from django.db import models


class FeedLoad(models.Model):
    """`edition` is the digest of the data and of their reader: while it stays the same, nothing is loaded again."""

    name = models.CharField(max_length=40, primary_key=True)
    edition = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
