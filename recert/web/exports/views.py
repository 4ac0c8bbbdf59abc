"""The whole catalog, streamed: the same columns that a feed is read from, and CTDL as JSON-LD."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from recert.actions.export_catalog import every_course
from recert.web.exports.written import as_ctdl, as_table


@login_not_required
@require_safe
def table(request: HttpRequest) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(as_table(every_course(None)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="recert-courses.csv"'
    return answer


@login_not_required
@require_safe
def ctdl(request: HttpRequest) -> StreamingHttpResponse:
    pages = request.build_absolute_uri("/courses/")
    return StreamingHttpResponse(as_ctdl(every_course(None), pages=pages), content_type="application/ld+json")
