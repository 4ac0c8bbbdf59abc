"""How allauth treats our people: by e-mail address alone, in their own language."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from recert.config.middleware import language_for
from recert.records.people import Person


class Accounts(DefaultAccountAdapter):
    """Signing up keeps the language that the stranger was reading in."""

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        user.language = language_for(request)
        return super().save_user(request, user, form, commit)
