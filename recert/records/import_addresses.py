"""The address to which one person mails certificates: nobody could guess it, and a new one ends the old."""

from __future__ import annotations

from django.db import models

from recert.records.people import Person


class ImportAddress(models.Model):
    """`word` is what stands before the @; switched off, mail to it is refused and the word is kept."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="import_address")
    word = models.CharField(max_length=40, unique=True)
    is_on = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.word
