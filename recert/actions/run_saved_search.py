"""Run a search again as its address says it, for the person who kept it."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

from django.utils.dateparse import parse_date

from recert.actions.choose_scale import choose_scale, weighed
from recert.actions.find_courses import Wishes, find_courses, open_found
from recert.actions.find_place import PlaceRefused, find_place
from recert.actions.refusal import Refused
from recert.actions.weigh_course import Scale, scale_of
from recert.places.point import Point
from recert.records.models import Course, Holding, Person, SavedSearch


def run_saved_search(actor: Person, *, search: SavedSearch, today: date) -> list[Course]:
    """What it finds today, best first; nothing where its place, credential or distance can no longer be used."""
    try:
        found = find_courses(actor, wishes=_wishes(actor, search, today))
    except (Refused, Holding.DoesNotExist):
        return []
    return [each.course for each in open_found(found, found.numbers)]


def _wishes(actor: Person, search: SavedSearch, today: date) -> Wishes:
    asked = dict(parse_qsl(search.asked))
    scale = _scale(actor, asked, today)
    return weighed(
        scale,
        only_what_fills="fills" in asked,
        words=asked.get("q", ""),
        category=asked.get("category", ""),
        specialty=asked.get("specialty", ""),
        is_free="free" in asked,
        least_price=_whole(asked, "least_price", cents=True),
        most_price=_whole(asked, "most_price", cents=True),
        most_hours=_whole(asked, "most_hours"),
        approved_by=asked.get("approved_by", ""),
        format=asked.get("format", ""),
        language=asked.get("language", ""),
        from_day=parse_date(asked.get("from_day", "")),
        to_day=parse_date(asked.get("to_day", "")),
        near=_place(asked.get("near", "")),
        within=float(_whole(asked, "within") or 25),
        today=today,
    )


def _scale(actor: Person, asked: dict[str, str], today: date) -> Scale | None:
    """The holder's own transcript or a credential's rules; asked for nothing, the first credential they hold."""
    credential = asked.get("credential", "")
    if credential:
        return choose_scale(actor, credential, today=today)
    first = Holding.objects.filter(person=actor, closed_on=None).first()
    return scale_of(actor, holding_id=first.pk, today=today) if first and "credential" not in asked else None


def _whole(asked: dict[str, str], name: str, *, cents: bool = False) -> int | None:
    text = asked.get(name, "")
    return int(text) * (100 if cents else 1) if text.isdecimal() and len(text) < 9 else None


def _place(text: str) -> Point | None:
    if not text.strip():
        return None
    try:
        return find_place(text).point
    except PlaceRefused:
        return None
