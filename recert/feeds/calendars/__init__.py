"""Courses as events of a calendar (ICS)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from recert.feeds.listed import FeedUnreadable, Read, listed, together


def read_calendar(text: str) -> Read:
    """One course to an event.

    :raises FeedUnreadable: when it is no calendar.
    """
    try:
        calendar = Calendar.from_ical(text)
        events = calendar.walk("VEVENT")
    except (ValueError, IndexError, KeyError) as wrong:
        raise FeedUnreadable(f"This is not a calendar that can be read: {wrong}.") from wrong
    return together(map(_event, events))


def _event(event: Any) -> Read:
    title, place = str(event.get("SUMMARY", "")), str(event.get("LOCATION", ""))
    online = any(word in place.lower() for word in ("online", "zoom", "webinar", "http"))
    starts_on, ends_on = _days(event)
    return listed(
        title,
        key=str(event.get("UID", "")),
        title=title,
        url=str(event.get("URL", "")),
        description=str(event.get("DESCRIPTION", "")),
        credit_stated=str(event.get("DESCRIPTION", ""))[:200],
        provider=str(getattr(event.get("ORGANIZER"), "params", {}).get("CN", "")),
        format="live_online" if online else "in_person" if place else "",
        starts_on=starts_on,
        ends_on=ends_on,
    )


def _days(event: Any) -> tuple[date | None, date | None]:
    """The first and the last day; an all-day event ends on the day before the one it names."""
    starts, ends = (getattr(event.get(name), "dt", None) for name in ("DTSTART", "DTEND"))
    if isinstance(ends, date) and not isinstance(ends, datetime) and starts is not None and ends > starts:
        ends -= timedelta(days=1)
    return _day(starts), _day(ends or starts)


def _day(moment: Any) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
