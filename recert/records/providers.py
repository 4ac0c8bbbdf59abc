"""Who offers courses, as it was listed on a day."""

from __future__ import annotations

from django.db import models


class Provider(models.Model):
    """`offers` and `relation` are what was stated of their courses and of who approves or accepts them."""

    id = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=200)
    url = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=60, blank=True)
    cost_stated = models.CharField(max_length=200, blank=True)
    relation = models.CharField(max_length=300, blank=True)
    offers = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300, blank=True)
    checked_on = models.DateField()

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name
