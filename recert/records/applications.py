"""An application to recertify: where it stands, and everything that happened to it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from recert.records.holdings import Holding
from recert.records.stored_files import StoredFile

STATES = ("preparing", "sent", "asked", "accepted", "returned", "dropped")
WAYS = ("online", "mail", "email", "telephone", "exam")
UNDER_WAY = ("preparing", "sent", "asked")


class Application(models.Model):
    """`packet` is the PDF as it was on the day it was sent. One is under way for a cycle; others are over."""

    holding = models.ForeignKey(Holding, on_delete=models.CASCADE, related_name="applications")
    way = models.CharField(max_length=10, blank=True, choices=[(way, way) for way in ("", *WAYS)])
    state = models.CharField(max_length=10, default="preparing", choices=[(state, state) for state in STATES])
    sent_on = models.DateField(null=True)
    expected_by = models.DateField(null=True)
    answer_by = models.DateField(null=True)
    packet = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="applications")
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("holding",), condition=Q(state__in=UNDER_WAY), name="one_application_under_way"
            ),
        )

    def __str__(self) -> str:
        return f"{self.holding_id} {self.state}"

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY


class ApplicationStep(models.Model):
    """One thing that happened, on a day, in the words of whoever wrote it down."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=[(state, state) for state in STATES])
    on = models.DateField()
    words = models.TextField(blank=True)
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.state} on {self.on}"
