"""How allauth treats our people: by e-mail address alone, in their own language."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from recert.actions.stay import stay
from recert.config.middleware import language_for
from recert.records.people import Person


class Accounts(DefaultAccountAdapter):
    """Signing up keeps the language that the stranger was reading in; signing in keeps whoever was about to leave."""

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        user.language = language_for(request)
        return super().save_user(request, user, form, commit)

    def post_login(self, request: HttpRequest, user: Person, **options: Any) -> HttpResponse:
        if stay(user):
            messages.success(request, _("Welcome back. Your account stays: nothing will be erased."))
        return super().post_login(request, user, **options)
