"""A person who signs in; the e-mail address is the login name."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class People(UserManager["Person"]):
    """Makes people by e-mail address, and counts the changes of their transcripts."""

    use_in_migrations = False

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:  # type: ignore[override]
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> Person:  # type: ignore[override]
        return self.create_user(email, password, is_operator=True, **fields)

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email=(username or "").strip().lower())

    def transcript_changed(self, person_id: int) -> None:
        """Say that verdicts on this person's transcript are out of date. Belongs in the change's own transaction."""
        self.filter(pk=person_id).update(transcript_revision=models.F("transcript_revision") + 1)


class Person(AbstractUser):
    """Holder, manager, provider or operator: what someone may see follows from what is theirs."""

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(
        _("language"), max_length=8, default="en", choices=[("en", "English"), ("es", "Español")]
    )
    time_zone = models.CharField(_("time zone"), max_length=64, default="America/New_York")
    is_operator = models.BooleanField(default=False)
    transcript_revision = models.PositiveBigIntegerField(default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[People] = People()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name or self.email

    def day_at(self, moment: datetime) -> date:
        """The day it is where the person lives."""
        return moment.astimezone(ZoneInfo(self.time_zone)).date()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name or self.email
