"""What was read from a paper: an activity that waits for the person to confirm it, and afterwards its proof."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from recert.records.activities import Activity
from recert.records.certificates import Certificate
from recert.records.fields import DocumentField

OUTCOMES = ("", "confirmed", "set_aside")


class Draft(models.Model):
    """`fields` and `questions` are the contract's `read` entry, as the reader gave them, for ever.

    A confirmed draft is the proof of its activity; `issuer_checked` when the issuer's own signature was found good.
    """

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="drafts")
    position = models.PositiveIntegerField()
    first_page = models.PositiveIntegerField(default=1)
    last_page = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=20, default="course")
    fields = DocumentField(default=dict)
    questions = DocumentField(default=list)
    text = models.TextField(blank=True)
    issuer_checked = models.BooleanField(default=False)
    outcome = models.CharField(max_length=10, blank=True, choices=[(outcome, outcome) for outcome in OUTCOMES])
    settled_at = models.DateTimeField(null=True)
    activity = models.ForeignKey(Activity, on_delete=models.SET_NULL, null=True, related_name="proofs")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("certificate", "position")
        constraints = (
            models.UniqueConstraint(fields=("certificate", "position"), name="one_draft_to_a_place"),
            models.CheckConstraint(condition=Q(outcome__in=OUTCOMES), name="a_draft_has_a_known_outcome"),
        )

    def __str__(self) -> str:
        return f"{self.certificate_id}/{self.position} {self.kind}"


def with_proof(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """Each activity says whether a document proves it (`has_document`), and whether its issuer's signature was found
    good (`issuer_checked`); a paper in the trash proves nothing."""
    proofs = Draft.objects.filter(activity=OuterRef("pk"), outcome="confirmed", certificate__trashed_at=None)
    return rows.annotate(has_document=Exists(proofs), issuer_checked=Exists(proofs.filter(issuer_checked=True)))
