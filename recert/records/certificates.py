"""A paper somebody handed in: the original is kept first, then read, then confirmed by the person."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from recert.records.fields import DocumentField
from recert.records.people import Person
from recert.records.stored_files import StoredFile

STATES = ("waiting", "reading", "read", "unreadable")
WAYS = ("uploaded", "mailed", "imported")


class Certificate(models.Model):
    """`trouble` is why it could not be read, as a wording and its values; `warnings` what to look at on the paper.

    `tried_at` names the attempt under way: a reader that was given up on finds another one there and writes nothing.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="certificates")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="certificates")
    name = models.CharField(max_length=255)
    came_by = models.CharField(max_length=10, default="uploaded", choices=[(way, way) for way in WAYS])
    state = models.CharField(max_length=10, default="waiting", choices=[(state, state) for state in STATES])
    pages = models.PositiveIntegerField(null=True)
    trouble = DocumentField(null=True)
    warnings = DocumentField(default=list)
    attempts = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    request_key = models.CharField(max_length=64, null=True, editable=False)
    received_at = models.DateTimeField()
    trashed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=("person", "trashed_at", "state"), name="certificate_of_person"),
            models.Index(fields=("state", "tried_at"), name="certificate_to_read"),
        )
        constraints = (
            models.UniqueConstraint(fields=("person", "request_key"), name="one_certificate_per_request"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="a_certificate_has_a_known_state"),
        )

    def __str__(self) -> str:
        return self.name
