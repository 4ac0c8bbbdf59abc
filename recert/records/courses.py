"""A course someone may take, as it was listed on a day."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField, ExactField
from recert.records.institutions import Located
from recert.records.providers import Provider


class Course(Located):
    """`price` is in cents. `quantity` is null and `unit` empty where no credit is stated; `hours` is the length.

    `feed` names who brought it; `starts_on` and `ends_on` are known where `held` says whole days; `language` where stated.
    `evidence` is what the publisher says to the six questions; `digest` stands for its whole listing.
    """

    feed = models.CharField(max_length=40, default="curated")
    id = models.CharField(max_length=20, primary_key=True)
    record_type = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    provider = models.ForeignKey(Provider, on_delete=models.SET_NULL, null=True, related_name="courses")
    provider_name = models.CharField(max_length=200)
    url = models.CharField(max_length=500, blank=True)
    is_own_page = models.BooleanField(default=False)
    delivery = models.CharField(max_length=100, blank=True)
    format = models.CharField(max_length=20, blank=True)
    hours = ExactField(null=True)
    credit_stated = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, default="course")
    quantity = ExactField(null=True)
    unit = models.CharField(max_length=20, blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    approval_number = models.CharField(max_length=200, blank=True)
    category = models.CharField(max_length=100, blank=True)
    suggested = models.CharField(max_length=200, blank=True)
    price = models.PositiveIntegerField(null=True)
    price_stated = models.CharField(max_length=200, blank=True)
    released = models.CharField(max_length=30, blank=True)
    expires = models.CharField(max_length=30, blank=True)
    held = models.CharField(max_length=40, blank=True)
    has_ended = models.BooleanField(default=False)
    address = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=2, blank=True)
    zip = models.CharField(max_length=5, blank=True)
    audience = models.CharField(max_length=300, blank=True)
    topic = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=300, blank=True)
    checked_on = models.DateField()
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    language = models.CharField(max_length=10, blank=True)
    evidence = DocumentField(default=dict)
    digest = models.CharField(max_length=16, blank=True)
    specialties = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("feed",), name="course_of_feed"),)

    def __str__(self) -> str:
        return self.title

    @property
    def is_online_part(self) -> bool:
        """Whether it is only the first part of a CPR course: without the hands-on part there is no card, so no credit."""
        return self.kind == "cpr_card" and self.quantity is None
