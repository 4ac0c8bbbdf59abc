"""Read a feed, from its publisher's server or from a file, and report what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.conf import settings

from recert.actions.read_course_table import read_course_table
from recert.actions.take_feed import Told, take_feed
from recert.feeds.calendars import read_calendar
from recert.feeds.fetch import NotFetched, Way, fetch
from recert.feeds.linked_data import read_linked_data
from recert.feeds.listed import FeedUnreadable, Read, Refused, text_of, together
from recert.feeds.news import read_news
from recert.feeds.sitemap import pages_of
from recert.records.models import Course, FeedRun, FeedSource

TEXTS: Mapping[str, Callable[[str], Read]] = {
    "linked_data": read_linked_data,
    "news": read_news,
    "calendar": read_calendar,
}
TABLE = "table"
FORMATS = frozenset({*TEXTS, TABLE})
SITEMAP = "sitemap"


def read_feed(source: FeedSource, *, now: datetime, way: Way | None = None) -> FeedRun:
    """From its address; a server that says nothing has changed ends the reading there.

    What stands in the way becomes the report's trouble, and nothing else is touched.
    """
    way = way or Way(hosts=settings.FEED_HOSTS)
    try:
        fetched = fetch(source.address, way=way, etag=source.etag, last_modified=source.last_modified)
        if fetched.content is None:
            run = _nothing_new(source, now)
        else:
            run = take_feed(source, read=_read(source, fetched.content, way), now=now)
    except (NotFetched, FeedUnreadable) as trouble:
        return FeedRun.objects.create(source=source, started_at=now, trouble=str(trouble))
    else:
        marks = {"etag": fetched.etag, "last_modified": fetched.last_modified}
        FeedSource.objects.filter(pk=source.pk).update(**marks)
        return run
    finally:
        FeedSource.objects.filter(pk=source.pk).update(read_at=now)


def read_feed_file(
    source: FeedSource, *, name: str, content: bytes, now: datetime, told: Told | None = None
) -> FeedRun:
    """From a file that the operator has.

    :raises FeedUnreadable: when it is nothing of the feed's format.
    """
    return take_feed(source, read=_read_file(source, name, content), now=now, told=told)


def read_due_feeds(*, now: datetime) -> int:
    """Every feed with an address that is on and was not read within its hours; how many were."""
    due = [source for source in FeedSource.objects.filter(is_on=True).exclude(address="") if _is_due(source, now)]
    for source in due:
        read_feed(source, now=now)
    return len(due)


def _is_due(source: FeedSource, now: datetime) -> bool:
    return source.read_at is None or now - source.read_at >= timedelta(hours=source.every_hours)


def _nothing_new(source: FeedSource, now: datetime) -> FeedRun:
    from_here = Course.objects.filter(feed=source.name).exclude(digest="")
    return FeedRun.objects.create(source=source, started_at=now, same=from_here.update(checked_on=now.date()))


def _read(source: FeedSource, content: bytes, way: Way) -> Read:
    if source.format == SITEMAP:
        return _pages(text_of(content), way)
    return _read_file(source, source.address, content)


def _read_file(source: FeedSource, name: str, content: bytes) -> Read:
    if source.format == TABLE:
        return read_course_table(name, content)
    return TEXTS[source.format](text_of(content))


def _pages(sitemap: str, way: Way) -> Read:
    """What the pages of a sitemap describe; one that cannot be had is refused alone."""
    return together(_page(address, way) for address in pages_of(sitemap))


def _page(address: str, way: Way) -> Read:
    try:
        return read_linked_data(fetch(address, way=way).text or "")
    except (NotFetched, FeedUnreadable) as trouble:
        return Read(refused=(Refused(where=address, wording="%(why)s", values={"why": str(trouble)}),))
