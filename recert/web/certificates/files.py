"""The original as it came, to its owner alone and never to be run; and a page of it as a picture."""

from __future__ import annotations

from csp.decorators import csp_update
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from recert.actions.open_certificate import open_certificate
from recert.actions.open_vault import vault
from recert.actions.show_page import NoPicture, show_page
from recert.web.base.asking import person_asking


@require_safe
@csp_update({"sandbox": [True]})  # type: ignore[arg-type]  # it takes any view
def original(request: HttpRequest, certificate_id: int) -> FileResponse:
    paper = open_certificate(person_asking(request), certificate_id=certificate_id)
    path = vault().path_of(paper.file.digest)
    if not path.exists():
        raise Http404
    response = FileResponse(path.open("rb"), as_attachment=True, filename=paper.name)
    # A stranger's file, even the owner's own: it is handed out as bytes, and runs nowhere.
    response.headers["Content-Type"] = "application/octet-stream"
    return response


@require_safe
def page_image(request: HttpRequest, certificate_id: int, page: int) -> HttpResponse:
    try:
        picture = show_page(person_asking(request), certificate_id=certificate_id, page=page)
    except NoPicture:
        raise Http404 from None
    return HttpResponse(picture, content_type="image/jpeg")
