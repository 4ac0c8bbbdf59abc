"""Courses as news: RSS and Atom."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from recert.feeds.listed import FeedUnreadable, Read, listed, together

ATOM = "{http://www.w3.org/2005/Atom}"


def read_news(text: str) -> Read:
    """One course to an item.

    :raises FeedUnreadable: when it is no RSS and no Atom.
    """
    root = parsed(text)
    items = [*root.iter("item"), *root.iter(f"{ATOM}entry")]
    if root.tag not in {"rss", f"{ATOM}feed"}:
        raise FeedUnreadable(f"This is XML, but neither RSS nor Atom: it begins with {root.tag[:80]}.")
    return together(map(_item, items))


def parsed(text: str) -> Element:
    """:raises FeedUnreadable: when it is no harmless XML."""
    try:
        root: Element = fromstring(text)
    except DefusedXmlException as hostile:
        raise FeedUnreadable(
            "This XML defines names of its own, which no list of news needs; it was not read."
        ) from hostile
    except (ParseError, ValueError) as wrong:
        raise FeedUnreadable(f"This is not XML that can be read: {wrong}.") from wrong
    return root


def _item(item: Element) -> Read:
    link = item.find(f"{ATOM}link")
    url = _said(item, "link") or (link.get("href", "") if link is not None else "")
    title = _said(item, "title", f"{ATOM}title")
    return listed(
        title or url,
        key=_said(item, "guid", f"{ATOM}id") or url,
        title=title,
        url=url,
        description=_said(item, "description", f"{ATOM}summary"),
        credit_stated=_said(item, "description", f"{ATOM}summary")[:200],
    )


def _said(item: Element, *names: str) -> str:
    return next((found for name in names if (found := (item.findtext(name) or "").strip())), "")
