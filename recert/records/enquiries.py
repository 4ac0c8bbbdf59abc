"""Questions to schools about enrolling: who asked what, and for each school the consent, the letter, its withdrawal."""

from __future__ import annotations

from django.db import models

from recert.records.institutions import Institution
from recert.records.letters import Letter
from recert.records.people import Person


class SchoolAddress(models.Model):
    """Where a school takes questions by e-mail, as the operator found it. Nobody publishes these addresses in bulk."""

    institution = models.OneToOneField(Institution, on_delete=models.CASCADE, related_name="enrollment_address")
    email = models.EmailField()
    source = models.CharField(max_length=300)
    named_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.email


class Enquiry(models.Model):
    """`confirmed_at` is when the address proved to be theirs: before that no school hears of it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="enquiries")
    name = models.CharField(max_length=150)
    email = models.EmailField()
    phone = models.CharField(max_length=30, blank=True)
    message = models.TextField()
    language = models.CharField(max_length=8, default="en")
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("email", "asked_at"), name="enquiries_of_address"),)

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d} {self.name}"


class Lead(models.Model):
    """`consent` is the sentence the person agreed to, for this school alone; `sent` the letter as it was written."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="leads")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    consent = models.TextField()
    consented_at = models.DateTimeField()
    sent = models.TextField()
    letter = models.ForeignKey(Letter, on_delete=models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("enquiry", "institution"), name="one_lead_per_school"),)

    def __str__(self) -> str:
        return f"{self.enquiry_id} to {self.institution_id}"
