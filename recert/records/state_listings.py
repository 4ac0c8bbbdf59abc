"""A line of a state's list of training providers: price and hours, as of the day of that list."""

from __future__ import annotations

from django.db import models

from recert.records.institutions import Institution, Located


class StateListing(Located):
    """`institution` is the school it speaks of, where that school reports the same field of study. Price in cents."""

    number = models.PositiveIntegerField(primary_key=True)
    institution = models.ForeignKey(Institution, on_delete=models.SET_NULL, null=True, related_name="state_listings")
    school = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200)
    cip = models.CharField(max_length=7, db_index=True)
    address = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=2, blank=True)
    zip = models.CharField(max_length=5, blank=True)
    url = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    price = models.PositiveIntegerField()
    clock_hours = models.PositiveIntegerField(null=True)
    prepares_for = models.CharField(max_length=200, blank=True)
    listed_on = models.DateField()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return self.title
