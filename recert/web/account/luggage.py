"""Take everything along as one ZIP, and bring it back into an empty account."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from recert.actions.bring_back import NotBrought, bring_back
from recert.actions.export_everything import export_everything
from recert.actions.measure_export import measure_export
from recert.web.account.archive import pages_in
from recert.web.account.forms import BringForm
from recert.web.base.asking import person_asking
from recert.web.base.limits import limited


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    return render(request, "me/export.html", {"measured": measure_export(person_asking(request))})


@require_safe
def export_file(request: HttpRequest) -> StreamingHttpResponse:
    person = person_asking(request)
    made = export_everything(person, pages=pages_in(person.language))
    response = StreamingHttpResponse(made.chunks, content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@limited("import")
def bring(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        try:
            bring_back(person, file=answers["file"].file, is_mine=answers["is_mine"])
        except NotBrought as refused:
            form.add_error(refused.field, str(refused))
        else:
            person.refresh_from_db(fields=["language"])
            # The next page is in the language that came back.
            with translation.override(person.language):
                messages.success(request, _("Everything is back, as it was."))
            return redirect("home")
    return render(request, "me/bring.html", {"form": form, "measured": measure_export(person)})
