"""How often a form may be sent; the counts are shared by all workers. The rates are in the settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.core.ratelimit import consume_or_429
from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def limited(action: str) -> Callable[[View[P]], View[P]]:
    """Answer "too many tries" once the rate that ACCOUNT_RATE_LIMITS gives for the action is used up. Reading is free."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def limited_view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            return consume_or_429(request, action=action) or view(request, *args, **kwargs)

        return limited_view

    return decorate
