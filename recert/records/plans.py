"""What a holder wishes of a plan, the plans last made from it, and the one they chose."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from recert.records.activities import Activity
from recert.records.fields import DocumentField, ExactField, PackedDocumentField
from recert.records.holdings import Holding
from recert.records.people import Person


class Planning(models.Model):
    """`wishes` and `choices` ({offer: pinned or forbidden}) are the holder's; `answer` is kept while its `fingerprint` holds."""

    holding = models.OneToOneField(Holding, on_delete=models.CASCADE, related_name="planning")
    wishes = DocumentField(default=dict)
    choices = DocumentField(default=dict)
    answer = PackedDocumentField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    computed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"planning of {self.holding_id}"


class ChosenPlan(models.Model):
    """`goal` is what it keeps least; `basis` names what it was made from, part by part, so that a change can be told."""

    holding = models.OneToOneField(Holding, on_delete=models.CASCADE, related_name="chosen_plan")
    goal = models.CharField(max_length=10)
    wishes = DocumentField(default=dict)
    document = PackedDocumentField()
    basis = DocumentField()
    chosen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.goal} for {self.holding_id}"


class PlanStep(models.Model):
    """One thing to take by a day; `activity` is what became of it once done."""

    plan = models.ForeignKey(ChosenPlan, on_delete=models.CASCADE, related_name="steps")
    offer = models.CharField(max_length=60)
    do_by = models.DateField()
    document = DocumentField()
    activity = models.ForeignKey(Activity, on_delete=models.SET_NULL, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("do_by", "id")
        constraints = (models.UniqueConstraint(fields=("plan", "offer"), name="an_offer_once_in_a_plan"),)

    def __str__(self) -> str:
        return f"{self.offer} by {self.do_by}"


STILL_TO_DO = Q(activity=None) | Q(activity__trashed_at__isnull=False)
"""Of steps: not ticked off, or what became of them was thrown away."""


class PlanShare(models.Model):
    """A link anybody may read the plan by, until it is revoked."""

    plan = models.ForeignKey(ChosenPlan, on_delete=models.CASCADE, related_name="shares")
    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"share {self.pk}"


class OwnCourse(models.Model):
    """A course its holder found somewhere else and wants to plan with; `price` in cents, null where not known."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="own_courses")
    title = models.CharField(max_length=300)
    provider = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20, default="course")
    quantity = ExactField()
    unit = models.CharField(max_length=20)
    category = models.CharField(max_length=300, blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    price = models.PositiveIntegerField(null=True)
    hours = ExactField(null=True)
    format = models.CharField(max_length=20, blank=True)
    ends_on = models.DateField(null=True)
    zip = models.CharField(max_length=5, blank=True)
    url = models.CharField(max_length=500, blank=True)
    noted_on = models.DateField()
    request_key = models.CharField(max_length=64, null=True, editable=False)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("person", "request_key"), name="one_own_course_per_request"),)

    def __str__(self) -> str:
        return self.title


class Spending(models.Model):
    """What was paid for an activity, in cents."""

    activity = models.OneToOneField(Activity, on_delete=models.CASCADE, related_name="spending")
    paid = models.PositiveIntegerField()
    noted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.paid} cents for {self.activity_id}"
