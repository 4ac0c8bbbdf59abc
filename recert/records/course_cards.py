"""What courses are searched by: a narrow card for each, and the kinds of credit that many courses share."""

from __future__ import annotations

from django.db import models

from recert.records.courses import Course
from recert.records.fields import ExactField
from recert.records.institutions import Located


class CreditKind(models.Model):
    """A credit as courses state it: whatever is alike here is worth the same to a holder.

    `suggested` is what the title speaks of, which matters where no category is stated.
    """

    kind = models.CharField(max_length=20)
    quantity = ExactField()
    unit = models.CharField(max_length=20)
    category = models.CharField(max_length=100, blank=True)
    suggested = models.CharField(max_length=200, blank=True)
    approved_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "quantity", "unit", "category", "suggested", "approved_by"), name="credit_kind_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.quantity} {self.unit} {self.category}".strip()


class CourseCard(Located):
    """`number` is the order in which courses stand where nothing else decides: those that state their credit first.

    `title` and `words` are folded, without a word twice; `facts` are words too (see `course_facts`), so that one index
    answers for them together. `price` is in cents, `hours` the length, the days those of a dated course; `x`, `y` and
    `z` are the place as `globe` has it.
    """

    number = models.BigIntegerField(primary_key=True)
    course = models.OneToOneField(Course, on_delete=models.CASCADE, related_name="card")
    credit = models.ForeignKey(CreditKind, on_delete=models.PROTECT, null=True, related_name="cards")
    price = models.PositiveIntegerField(null=True)
    hours = ExactField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    x = models.IntegerField(null=True)
    y = models.IntegerField(null=True)
    z = models.IntegerField(null=True)
    title = models.TextField()
    words = models.TextField(blank=True)
    facts = models.TextField()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return self.title


class CourseWord(models.Model):
    """A word that some course has: what a mistyped one is compared with."""

    word = models.CharField(max_length=60, primary_key=True)

    def __str__(self) -> str:
        return self.word


class UsualFee(models.Model):
    """Where the dearest quarter of the catalog begins for one unit of credit: so many cents for so much of it."""

    unit = models.CharField(max_length=20, primary_key=True)
    known = models.PositiveIntegerField()
    cents = models.PositiveIntegerField()
    amount = ExactField()

    def __str__(self) -> str:
        return self.unit
