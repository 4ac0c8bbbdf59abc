"""The pages that a publisher's sitemap names."""

from __future__ import annotations

from recert.feeds.news import parsed

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOST = 500


def pages_of(text: str) -> tuple[str, ...]:
    """Addresses in the order named, at most 500.

    :raises FeedUnreadable: when it is no harmless XML.
    """
    found = (str(place.text or "").strip() for place in parsed(text).iter(f"{SPACE}loc"))
    return tuple(dict.fromkeys(address for address in found if address))[:MOST]
