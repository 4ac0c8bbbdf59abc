"""A program at a school: a field of study (CIP) at one award level, and how many finished it year by year."""

from __future__ import annotations

from django.db import models

from recert.records.fields import DocumentField
from recert.records.institutions import Institution


class Program(models.Model):
    """`completions` maps the year, as text, to how many; a year nobody reported is not in it."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="programs")
    cip = models.CharField(max_length=7)
    cip_title = models.CharField(max_length=120)
    award_code = models.PositiveSmallIntegerField()
    award = models.CharField(max_length=80)
    completions = DocumentField()
    last_year = models.PositiveSmallIntegerField()
    is_offered = models.BooleanField()

    class Meta:
        ordering = ("cip", "award_code")
        indexes = (models.Index(fields=("cip", "is_offered", "institution"), name="programs_of_a_field"),)
        constraints = (
            models.UniqueConstraint(fields=("institution", "cip", "award_code"), name="one_program_per_award"),
        )

    def __str__(self) -> str:
        return f"{self.cip_title}, {self.award}"

    @property
    def latest(self) -> int | None:
        """How many finished in the newest year that was reported for it."""
        found: int | None = self.completions.get(str(self.last_year))
        return found
