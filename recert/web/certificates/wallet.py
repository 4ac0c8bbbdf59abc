"""All papers of one's own: what waits for an answer first, then what is kept; and the trash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from recert.actions.list_certificates import list_certificates
from recert.actions.open_activity import open_activity
from recert.actions.open_certificate import open_certificate
from recert.actions.read_values import stated
from recert.actions.restore_certificate import restore_certificate
from recert.actions.trash_activity import DAYS_KEPT
from recert.actions.trash_certificate import trash_certificate
from recert.records.models import Certificate, Draft
from recert.web.base.asking import person_asking
from recert.web.certificates.pages import can_be_drawn

PER_PAGE = 24
OPEN = ("waiting", "reading", "unreadable", "to_confirm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A certificate as the wallet shows it."""

    certificate: Certificate
    drafts: tuple[Draft, ...]

    @property
    def state(self) -> str:
        """`waiting`, `reading`, `unreadable`, `to_confirm`, `proof`, `trashed` (all that it proves lies in the trash) or
        `kept` (nothing on it counts)."""
        if any(draft.outcome == "confirmed" for draft in self.drafts) and not self.open_drafts:
            return self._proves()
        if self.certificate.state != "read":
            return self.certificate.state
        return "to_confirm" if self.open_drafts else "kept"

    def _proves(self) -> str:
        proved = [draft.activity for draft in self.drafts if draft.outcome == "confirmed" and draft.activity]
        if any(activity.trashed_at is None for activity in proved):
            return "proof"
        return "trashed" if proved else "kept"

    @property
    def has_picture(self) -> bool:
        """Whether it was read, and has pages to look at."""
        return bool(self.certificate.pages) and can_be_drawn(self.certificate)

    @property
    def open_drafts(self) -> list[Draft]:
        return [draft for draft in self.drafts if not draft.outcome]

    @property
    def title(self) -> str:
        """What it is about, as far as somebody has confirmed or read it; else its file's name."""
        proved = [draft.activity.title for draft in self.drafts if draft.activity and draft.activity.title]
        read = [str(stated(draft).get("title", "")) for draft in self.drafts]
        return next((title for title in [*proved, *read] if title), self.certificate.name)


def papers_of(certificates: list[Certificate]) -> list[Paper]:
    return [Paper(certificate=one, drafts=tuple(one.drafts.all())) for one in certificates]


def wallet(request: HttpRequest) -> HttpResponse:
    papers = papers_of(list_certificates(person_asking(request)))
    waiting = [paper for paper in papers if paper.state in OPEN]
    page = Paginator([paper for paper in papers if paper.state not in OPEN], PER_PAGE).get_page(request.GET.get("page"))
    unread = any(paper.state in ("waiting", "reading") for paper in waiting)
    asked = request.GET.get("for", "")
    chosen = open_activity(person_asking(request), activity_id=int(asked)) if asked.isdecimal() else None
    to_look_at = [paper for paper in waiting if paper.state not in ("waiting", "reading")]
    context = {"waiting": waiting, "page": page, "any": bool(papers), "unread": unread, "activity": chosen}
    context["to_look_at"] = [] if chosen else to_look_at
    return render(request, "certificates/wallet.html", context)


def trash(request: HttpRequest, certificate_id: int) -> HttpResponse:
    if request.method == "POST":
        trash_certificate(person_asking(request), certificate_id=certificate_id)
        messages.success(request, _("The certificate is in the trash for %(days)d days.") % {"days": DAYS_KEPT})
        return redirect("certificates")
    paper = open_certificate(person_asking(request), certificate_id=certificate_id)
    proves = paper.drafts.filter(outcome="confirmed", activity__isnull=False, activity__trashed_at=None).count()
    context = {"certificate": paper, "days": DAYS_KEPT, "proves": proves}
    return render(request, "certificates/confirm_trash.html", context)


@require_POST
def restore(request: HttpRequest, certificate_id: int) -> HttpResponse:
    paper = restore_certificate(person_asking(request), certificate_id=certificate_id)
    messages.success(request, _("“%(name)s” is back among your certificates.") % {"name": paper.name})
    return redirect("certificates")


def trashed(request: HttpRequest) -> HttpResponse:
    papers = papers_of(list_certificates(person_asking(request), trashed=True))
    kept_until = timedelta(days=DAYS_KEPT)
    entries = [(paper, one.trashed_at + kept_until) for paper in papers if (one := paper.certificate).trashed_at]
    return render(request, "certificates/trash.html", {"entries": entries, "days": DAYS_KEPT})
