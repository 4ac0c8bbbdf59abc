"""When each clock-started job last ran, and how it went."""

from __future__ import annotations

from django.db import models


class JobRun(models.Model):
    name = models.CharField(max_length=60)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=300, blank=True)
    failed = models.BooleanField(default=False)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("name", "-started_at"), name="latest_run_of_job"),)

    def __str__(self) -> str:
        return f"{self.name} {self.started_at:%Y-%m-%d %H:%M}"
