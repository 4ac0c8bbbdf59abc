"""One look at an application: where it stands, what would be sent, and how; and the ways back after a lapse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from recert.actions.check_standing import check_standing
from recert.actions.list_applications import list_applications
from recert.actions.look_at_application import Looked, look_at_application
from recert.packet.check import CheckLine
from recert.packet.reactivate import Path
from recert.packet.routes import RouteSteps
from recert.packet.said import Said, told
from recert.packet.sending import FEES, STATES
from recert.packet.values import Packet
from recert.rulebooks.library import UnknownCredential, rulebook
from recert.web.applications.words import AFTER, STATE_WORDS, TITLES, WAY_WORDS
from recert.web.base.asking import person_asking
from recert.web.base.missing import is_ready
from recert.web.base.words import DAYS, readable


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    standings = check_standing(person, today=person.day_at(timezone.now()), shown=False)
    met = {standing.holding_id: is_ready(standing.document) for standing in standings}
    rows = [
        {
            "holding": holding,
            "name": _name(holding.credential),
            "met": met.get(holding.pk),
            "state": STATE_WORDS[found.state if found else ""],
        }
        for holding, found in list_applications(person)
    ]
    return render(request, "applications/overview.html", {"rows": rows})


@require_safe
def one(request: HttpRequest, holding_id: int) -> HttpResponse:
    return render(request, "applications/one.html", shown(looked_at(request, holding_id)))


@require_safe
def back(request: HttpRequest, holding_id: int) -> HttpResponse:
    looked = looked_at(request, holding_id)
    return render(request, "applications/back.html", {**shown(looked), "paths": [_path(path) for path in looked.paths]})


def looked_at(request: HttpRequest, holding_id: int) -> Looked:
    person = person_asking(request)
    return look_at_application(person, holding_id=holding_id, today=person.day_at(timezone.now()))


def shown(looked: Looked) -> dict[str, Any]:
    """What the pages draw: sentences in the reader's language, in the order they are needed."""
    application = looked.application
    state = application.state if application else ""
    about = looked.prepared.about if looked.prepared else None
    ways = sorted(about.ways, key=lambda way: (not way.is_open, not way.offered)) if about else []
    best = about.way if about else None
    return {
        "holding": looked.holding,
        "book": looked.book,
        "application": application,
        "state": state,
        "state_word": STATE_WORDS[state],
        "steps": [(STATE_WORDS[step.state], step) for step in looked.steps],
        "next": [(what, TITLES[what]) for what in AFTER.get(state, ())],
        "met": looked.prepared.packet.is_ready if looked.prepared else None,
        "lines": len(looked.prepared.packet.lines) if looked.prepared else 0,
        "has_rules": looked.prepared is not None,
        "checks": _checks(looked.prepared.packet, about.check) if looked.prepared and about else [],
        "fine": sum(line.state == "ok" for line in about.check) if about else 0,
        "ways": [_way(way, best) for way in ways],
        "has_lapsed": bool(looked.paths),
    }


def _checks(packet: Packet, lines: Sequence[CheckLine]) -> list[dict[str, Any]]:
    """What is not in order, gathered by what it is about: first the whole, then one activity after the other."""
    titles = {line.activity.id: line.activity.title or line.activity.kind for line in packet.lines}
    groups: dict[str, dict[str, Any]] = {}
    for line in sorted(lines, key=lambda line: (line.activity is not None, line.number or 0, line.state != "missing")):
        if line.state == "ok":
            continue
        about = line.activity or ""
        group = groups.setdefault(
            about, {"activity": about, "title": titles.get(about, ""), "lines": [], "letter": None}
        )
        group["letter"] = group["letter"] or (_letter(line.letter) if line.letter else None)
        how = _here(line.how) if line.how else ""
        said = {"state": line.state, "word": gettext(STATES[line.state]), "said": _here(line.said), "how": how}
        group["lines"].append({**said, "cited": line.cited})
    return list(groups.values())


def _here(said: Said) -> str:
    """A sentence of the packet in the reader's language, with days as they write them."""
    days = readable({key: value for key, value in said.values.items() if key in DAYS})
    return told(replace(said, values={**said.values, **days}), gettext)


def _letter(letter: Any) -> dict[str, Any]:
    """In the language of those who read it: the providers'."""
    return {"to": letter.to, "subject": letter.subject.text, "body": [sentence.text for sentence in letter.body]}


def _way(way: RouteSteps, best: RouteSteps | None) -> dict[str, Any]:
    return {
        "how": way.how,
        "name": WAY_WORDS[way.how],
        "is_open": way.is_open,
        "is_best": best is not None and way.how == best.how and way.is_open,
        "why": _here(way.why),
        "offered": way.offered,
        "cited": way.cited,
        "steps": way.steps,
        "link": way.link,
        "phone": way.phone,
        "email": way.email,
        "address": way.address,
        "fees": [_fee(fee) for fee in way.fees],
        "apply_by": way.apply_by,
        "post_by": way.post_by,
        "safe_days": way.safe_days,
        "entries": [
            (entry.number, [(gettext(each.label), told(each.value, gettext)) for each in entry.fields])
            for entry in way.entries
        ],
        "checklist": [_here(item) for item in way.checklist],
        "script": [told(sentence, str) for sentence in way.script],
        "letter": _letter(way.letter) if way.letter else None,
    }


def _fee(fee: Any) -> dict[str, Any]:
    known = isinstance(fee.value, int)
    amount = f"${fee.value // 100:,}.{fee.value % 100:02d}" if known else gettext("not known: ask your certifier")
    return {"name": gettext(FEES.get(fee.about, fee.about)), "amount": amount, "cited": fee.cited}


def _path(path: Path) -> dict[str, Any]:
    return {
        "state": path.state,
        "said": _here(path.said),
        "until": path.until,
        "conditions": [_here(condition) for condition in path.conditions],
        "fees": [_fee(fee) for fee in path.fees],
        "cited": path.cited,
    }


def _name(credential: str) -> str:
    try:
        return rulebook(credential).name
    except UnknownCredential:
        return credential


def open_application_of(looked: Looked) -> Any:
    """The application under way. :raises Http404: when there is none."""
    if looked.application is None or not looked.application.is_under_way:
        raise Http404
    return looked.application
