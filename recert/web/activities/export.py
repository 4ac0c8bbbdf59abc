"""The whole transcript as a file: what a fresh installation, the terminal and every other program can read."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from recert.actions.export_transcript import export_transcript
from recert.web.base.asking import person_asking


def export(request: HttpRequest) -> JsonResponse:
    document = export_transcript(person_asking(request))
    response = JsonResponse(document, json_dumps_params={"indent": 1, "ensure_ascii": False})
    response.headers["Content-Disposition"] = 'attachment; filename="recert-transcript.json"'
    return response
