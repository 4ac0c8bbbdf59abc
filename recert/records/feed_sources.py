"""The feeds an operator takes courses from, and a report of every time one was read."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField


class FeedSource(models.Model):
    """`name` marks its courses. Without an address it is read from files alone; hours may pass between two readings."""

    name = models.SlugField(max_length=30, primary_key=True)
    format = models.CharField(max_length=20)
    address = models.URLField(max_length=500, blank=True)
    is_on = models.BooleanField(default=True)
    every_hours = models.PositiveSmallIntegerField(default=24)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class FeedRun(models.Model):
    """What one reading did. `refused` lists what was not taken, each with its reason; `trouble` is why nothing was.

    Of a course that was taken it lists the price that was not; `refused_count` counts courses alone.
    """

    source = models.ForeignKey(FeedSource, on_delete=models.CASCADE, related_name="runs")
    started_at = models.DateTimeField()
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    refused = DocumentField(default=list)
    refused_count = models.PositiveIntegerField(default=0)
    trouble = models.TextField(blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.source_id} {self.started_at:%Y-%m-%d}"
