"""Is it alive, and is it ready to be relied upon? For whatever watches over an installation."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from recert.actions.check_health import check_health


@login_not_required
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    return HttpResponse("alive\n", content_type="text/plain")


@login_not_required
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Names only what is red, never a path or a number: anyone may ask."""
    red = [name for name, problem in check_health().items() if problem]
    return JsonResponse({"ready": not red, "red": red}, status=503 if red else 200)
