"""What a page behind the sign-in may rely on."""

from __future__ import annotations

from django.http import HttpRequest

from recert.records.people import Person


class SignedInRequest(HttpRequest):
    """A request that LoginRequiredMiddleware has let through: someone asks, and they are known."""

    user: Person
