"""The PDFs: the packet as it is now, the sheet with the steps, the answer to an audit, the packet as it was sent."""

from __future__ import annotations

from collections.abc import Callable

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from recert.actions.build_audit_answer import build_audit_answer
from recert.actions.build_packet import Built, build_packet
from recert.actions.build_steps import build_steps
from recert.actions.open_sent_packet import open_sent_packet
from recert.actions.prepare_packet import NoRulesForIt
from recert.records.applications import WAYS
from recert.web.base.asking import person_asking


@require_safe
def packet(request: HttpRequest, holding_id: int) -> HttpResponse:
    return _made(request, build_packet, holding_id, route=_way(request))


@require_safe
def steps(request: HttpRequest, holding_id: int) -> HttpResponse:
    return _made(request, build_steps, holding_id, route=_way(request))


@require_safe
def audit(request: HttpRequest, holding_id: int) -> HttpResponse:
    return _made(request, build_audit_answer, holding_id)


@require_safe
def as_sent(request: HttpRequest, application_id: int) -> FileResponse:
    path = open_sent_packet(person_asking(request), application_id=application_id)
    return FileResponse(path.open("rb"), as_attachment=True, filename="packet-as-sent.pdf")


def _way(request: HttpRequest) -> str:
    asked = request.GET.get("way", "")
    return asked if asked in WAYS else ""


def _made(request: HttpRequest, build: Callable[..., Built], holding_id: int, **options: str) -> HttpResponse:
    person = person_asking(request)
    today, language = person.day_at(timezone.now()), str(translation.get_language())
    try:
        built = build(person, holding_id=holding_id, today=today, language=language, **options)
    except NoRulesForIt:
        raise Http404 from None
    response = HttpResponse(built.pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{built.name}"'
    return response
