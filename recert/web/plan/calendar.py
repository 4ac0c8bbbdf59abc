"""The steps of a plan as one calendar file; who subscribes to the feed has them there anyway."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from recert.actions.event import Event
from recert.actions.plan_calendar import plan_calendar
from recert.rulebooks.library import rulebook
from recert.web.base.asking import person_asking
from recert.web.base.words import say

A_DAY = timedelta(days=1)


@require_safe
def download(request: HttpRequest, holding_id: int) -> HttpResponse:
    holding, events = plan_calendar(person_asking(request), holding_id=holding_id)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Recert//Recert//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Plan: %(name)s") % {"name": rulebook(holding.credential).name})
    for event in events:
        calendar.add_component(entry_of(event))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="recert-plan.ics"'
    return response


def entry_of(event: Event) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", f"{event.uid}@{urlsplit(settings.ADDRESS.url).hostname}")
    entry.add("dtstamp", timezone.now())
    entry.add("dtstart", event.day)
    entry.add("dtend", event.day + A_DAY)
    entry.add("transp", "TRANSPARENT")
    entry.add("summary", say({"wording": event.wording, "values": event.values}))
    entry.add("url", settings.ADDRESS.url + event.link)
    return entry
