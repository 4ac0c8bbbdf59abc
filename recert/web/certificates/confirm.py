"""What was read beside the paper it was read from: correct it, confirm it, attach it, or set it aside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from recert.actions.attach_draft import attach_draft
from recert.actions.check_standing import check_standing
from recert.actions.confirm_draft import confirm_draft
from recert.actions.confirm_sure_drafts import confirm_sure_drafts
from recert.actions.list_certificates import list_certificates
from recert.actions.list_unproved import list_unproved
from recert.actions.open_read import open_read
from recert.actions.refusal import Refused
from recert.actions.reopen_draft import reopen_draft
from recert.actions.set_aside_draft import set_aside_draft
from recert.actions.suggest_category import only_one
from recert.actions.weigh_draft import WeighedDraft, weigh_draft
from recert.actions.whose_paper import leaves_no_question
from recert.records.models import Person
from recert.records.versions import StaleEdit
from recert.web.base.activity_form import ActivityForm, categories_of
from recert.web.base.asking import person_asking
from recert.web.base.effects import Effects
from recert.web.base.missing import missing
from recert.web.certificates.forms import doubtful_fields, form_for
from recert.web.certificates.pages import pages_of
from recert.web.certificates.wallet import OPEN, Paper, papers_of


def show(request: HttpRequest, read_id: int, form: ActivityForm | None = None, status: int = 200) -> HttpResponse:
    """The page on which a draft is confirmed; a settled one says what became of it."""
    asker = person_asking(request)
    weighed = weigh_draft(asker, draft_id=read_id, today=timezone.localdate())
    form = form or form_for(weighed, _areas_asked(asker, weighed))
    context: dict[str, Any] = {
        "weighed": weighed,
        "draft": weighed.draft,
        "certificate": weighed.draft.certificate,
        "form": form,
        "asked": doubtful_fields(form, weighed),
        "others": [form[name] for name in _others(form, weighed)],
        "pages": pages_of(weighed),
        "area": only_one(weighed.suggestions),
        "waiting": _waiting(asker) if weighed.draft.outcome else [],
        "unproved": list_unproved(asker) if not weighed.draft.outcome else [],
        "sure_ones": sum(leaves_no_question(asker, one) for one in weighed.siblings if not one.outcome),
    }
    return render(request, "certificates/confirm.html", context, status=status)


def _areas_asked(asker: Person, weighed: WeighedDraft) -> tuple[str, ...]:
    return () if weighed.settled_by else categories_of(asker)


def _others(form: ActivityForm, weighed: WeighedDraft) -> list[str]:
    """The fields given as read: shown as facts, and open to correction."""
    shown = {bound.name for bound in doubtful_fields(form, weighed)}
    order = ("title", "kind", "provider", "earned_on", "quantity", "unit", "minutes", "approved_by", "approval_number")
    return [name for name in (*order, "relevant") if name not in shown]


def confirm(request: HttpRequest, read_id: int) -> HttpResponse:
    if request.method != "POST":
        return show(request, read_id)
    asker = person_asking(request)
    weighed = weigh_draft(asker, draft_id=read_id, today=timezone.localdate())
    form = form_for(weighed, _areas_asked(asker, weighed), request.POST)
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            confirm_draft(asker, draft_id=read_id, version=version, fields=form.stated())
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        except StaleEdit:
            return _settled_meanwhile(request, read_id)
        else:
            return redirect("read-done", read_id)
    return show(request, read_id, form, 422)


def _settled_meanwhile(request: HttpRequest, read_id: int) -> HttpResponse:
    messages.warning(request, _("This was changed somewhere else meanwhile. This is how it stands now."))
    return redirect("read-confirm", read_id)


@require_POST
def all_sure(request: HttpRequest, certificate_id: int) -> HttpResponse:
    """One press for everything on the paper that leaves no question."""
    asker = person_asking(request)
    made = confirm_sure_drafts(asker, certificate_id=certificate_id)
    said = ngettext("%(n)d activity was added.", "%(n)d activities were added.", len(made)) % {"n": len(made)}
    messages.success(request, said)
    if categories_of(asker) and any(one.kind == "course" and not one.category for one in made):
        link = format_html('<a href="{}">{}</a>', reverse("activities-sort"), _("Choose categories"))
        sentence = _("Some name no category, and count only toward the total until you choose one.")
        messages.info(request, format_html("{} {}", sentence, link))
    return redirect("certificate", certificate_id)


@require_POST
def attach(request: HttpRequest, read_id: int) -> HttpResponse:
    open_read(person_asking(request), draft_id=read_id)
    asked = request.POST.get("activity", "")
    if not asked.isdecimal():
        messages.error(request, _("Choose the activity that this certificate proves."))
        return redirect("read-confirm", read_id)
    try:
        attach_draft(person_asking(request), draft_id=read_id, version=_version(request), activity_id=int(asked))
    except StaleEdit:
        return _settled_meanwhile(request, read_id)
    return redirect(f"{reverse('read-done', args=[read_id])}?how=attached")


@require_POST
def set_aside(request: HttpRequest, read_id: int) -> HttpResponse:
    try:
        draft = set_aside_draft(person_asking(request), draft_id=read_id, version=_version(request))
    except StaleEdit:
        return _settled_meanwhile(request, read_id)
    messages.success(request, _("Set aside. The paper is still kept."))
    return redirect("certificate", draft.certificate_id)


@require_POST
def reopen(request: HttpRequest, read_id: int) -> HttpResponse:
    try:
        reopen_draft(person_asking(request), draft_id=read_id, version=_version(request))
    except StaleEdit:
        return _settled_meanwhile(request, read_id)
    return redirect("read-confirm", read_id)


def _version(request: HttpRequest) -> int:
    asked = request.POST.get("version", "")
    return int(asked) if asked.isdecimal() and len(asked) < 10 else 0


def done(request: HttpRequest, read_id: int) -> HttpResponse:
    """What the confirmed activity did to every standing, and the next paper in line."""
    asker = person_asking(request)
    draft = open_read(asker, draft_id=read_id)
    if draft.activity is None:
        raise Http404
    if draft.activity.trashed_at is not None:
        return redirect("read-confirm", read_id)
    standings = check_standing(asker, today=timezone.localdate())
    effects = Effects(standings)
    told = [
        {"effect": effect, "missing": missing(one.document, certifier=one.rulebook.certifier.acronym), "standing": one}
        for one, effect in zip(standings, effects.row(draft.activity).effects, strict=False)
    ]
    context = {"activity": draft.activity, "draft": draft, "told": told, "waiting": _waiting(asker)}
    context["attached"] = request.GET.get("how") == "attached"
    return render(request, "certificates/done.html", context)


def _waiting(asker: Person) -> list[Paper]:
    """The papers that wait for an answer, the next one first."""
    return [paper for paper in papers_of(list_certificates(asker)) if paper.state in OPEN]
