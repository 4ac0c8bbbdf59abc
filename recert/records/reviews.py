"""What someone who took a course says of it; the activity that proves they took it stands behind the words."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from recert.records.activities import Activity
from recert.records.courses import Course
from recert.records.people import Person


class Review(models.Model):
    """`stars` from 1 to 5. A review goes when its activity does."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reviews")
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="+")
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="reviews")
    stars = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    written_on = models.DateField()
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-written_on", "-id")
        constraints = (
            models.UniqueConstraint(fields=("person", "course"), name="one_review_per_person_and_course"),
            models.CheckConstraint(condition=Q(stars__gte=1, stars__lte=5), name="one_to_five_stars"),
        )

    def __str__(self) -> str:
        return f"{self.course_id} {self.stars}"
