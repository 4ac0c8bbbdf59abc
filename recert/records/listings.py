"""A place that somebody pays for, in a labelled box of its own; no search knows this table."""

from __future__ import annotations

from django.db import models


class Listing(models.Model):
    sponsor = models.CharField(max_length=120)
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=240)
    url = models.URLField(max_length=300)
    shown_with = models.CharField(max_length=10, choices=[("courses", "courses"), ("schools", "schools")])
    starts_on = models.DateField()
    ends_on = models.DateField()
    is_on = models.BooleanField(default=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.sponsor}: {self.title}"
