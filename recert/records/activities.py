"""One finished thing on a transcript, in its certificate's own unit."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from recert.records.fields import ExactField
from recert.records.people import Person

WAYS = ("typed", "imported", "paper")


class Activity(models.Model):
    """`category` and `approved_by` keep the file contract's text: `clinical=2;general=1`, `aama;ancc`."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="activities")
    earned_on = models.DateField()
    title = models.CharField(max_length=300, blank=True)
    provider = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20, default="course")
    quantity = ExactField()
    unit = models.CharField(max_length=20)
    minutes = models.PositiveIntegerField(null=True)
    category = models.CharField(max_length=300, blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    approval_number = models.CharField(max_length=100, blank=True)
    certificate = models.CharField(max_length=500, blank=True)
    relevant = models.BooleanField(null=True)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=10, default="typed", choices=[(way, way) for way in WAYS])
    request_key = models.CharField(max_length=64, null=True, editable=False)
    trashed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("person", "trashed_at", "earned_on"), name="activity_of_person"),)
        constraints = (
            models.UniqueConstraint(fields=("person", "request_key"), name="one_activity_per_request"),
            models.CheckConstraint(condition=Q(quantity__gte=0), name="a_quantity_is_zero_or_more"),
        )

    def __str__(self) -> str:
        return f"{self.earned_on} {self.title or self.kind}"
