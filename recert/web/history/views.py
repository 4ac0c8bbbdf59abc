"""The history page, a replay, and the button that says a notice was read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from recert.actions.list_history import list_history
from recert.actions.list_rule_notices import list_rule_notices
from recert.actions.replay_verdict import replay_verdict
from recert.actions.see_rule_notice import see_rule_notice
from recert.rulebooks.library import rulebook
from recert.web.base.asking import person_asking
from recert.web.base.missing import missing
from recert.web.history.changes import told_notice
from recert.web.history.cycles import kept_cycle
from recert.web.history.replays import told_difference

MOST_DIFFERENCES = 20


def history(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    context = {
        "cycles": [kept_cycle(cycle) for cycle in list_history(person)],
        "notices": [told_notice(notice) for notice in list_rule_notices(person)],
    }
    return render(request, "history/history.html", context)


def verdict(request: HttpRequest, verdict_id: int) -> HttpResponse:
    replay = replay_verdict(person_asking(request), verdict_id=verdict_id)
    book = rulebook(replay.verdict.holding.credential)
    context = {
        "name": book.name,
        "document": replay.stored,
        "missing": missing(replay.stored, certifier=book.certifier.acronym),
        "differences": [told_difference(each) for each in replay.differences[:MOST_DIFFERENCES]],
        "now": replay.now,
        "now_missing": missing(replay.now, certifier=book.certifier.acronym) if replay.now else "",
    }
    return render(request, "history/verdict.html", context)


@require_POST
def seen(request: HttpRequest, notice_id: int) -> HttpResponse:
    see_rule_notice(person_asking(request), notice_id=notice_id)
    messages.success(request, _("Noted. The change stays here in your history."))
    return redirect("history")
