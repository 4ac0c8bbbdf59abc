"""A search of the catalog someone keeps, and what it had found when they last heard of it."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField
from recert.records.people import Person


class SavedSearch(models.Model):
    """`asked` is what the address of the search says; `told` the ids of the courses they have seen or were told of;
    `looked_on` is the day it was run last."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=120)
    asked = models.CharField(max_length=600)
    told = DocumentField(default=list)
    news = DocumentField(default=list)
    news_on = models.DateField(null=True)
    looked_on = models.DateField(null=True)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        constraints = (models.UniqueConstraint(fields=("person", "asked"), name="a_search_is_saved_once"),)

    def __str__(self) -> str:
        return self.name
