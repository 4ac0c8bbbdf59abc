"""The calendar feed: deadlines and reminders as whole days, in the holder's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from recert.actions.read_calendar import Entry, read_calendar
from recert.web.base.words import say

A_DAY = timedelta(days=1)
REFRESH = timedelta(hours=12)


@login_not_required
@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    found = read_calendar(None, key=key, now=timezone.now())
    with translation.override(found.person.language):
        text = calendar_of(found.entries)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="recert.ics"'
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def calendar_of(entries: Sequence[Entry]) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Recert//Recert//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Recert: my certification"))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(event_of(entry))
    return calendar.to_ical()


def event_of(entry: Entry) -> icalendar.Event:
    event, known = icalendar.Event(), entry.event
    event.add("uid", f"{known.uid}@{urlsplit(settings.ADDRESS.url).hostname}")
    event.add("dtstamp", entry.stamped_at)
    event.add("last-modified", entry.stamped_at)
    event.add("sequence", entry.sequence)
    event.add("dtstart", known.day)
    event.add("dtend", known.day + A_DAY)
    event.add("transp", "TRANSPARENT")
    event.add("summary", say({"wording": known.wording, "values": known.values}))
    sentences = [say({"wording": wording, "values": values}) for wording, values in known.more]
    if known.link:
        event.add("url", settings.ADDRESS.url + known.link)
        sentences.append(_("Open in Recert: %(address)s") % {"address": settings.ADDRESS.url + known.link})
    event.add("description", "\n".join(sentences))
    return event
