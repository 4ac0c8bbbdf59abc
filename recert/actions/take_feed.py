"""Bring a feed's courses up to date with what it lists now: what is new, what changed, what is the same, what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from recert.actions.end_courses import end_courses
from recert.actions.index_courses import index_courses
from recert.actions.take_courses import take_courses
from recert.feeds.listed import Listed, Read
from recert.places.zips import UnknownZip, place
from recert.records.institutions import stored_at
from recert.records.many_rows import in_batches
from recert.records.models import Course, FeedLoad, FeedRun, FeedSource, Provider
from recert.topics.outline import outline
from recert.topics.specialties import specialties_of
from recert.topics.suggest import suggest

REPORTED = 100
"""So many of what was refused, and of what of a course was not taken, are written down with their reasons; the refused
are all counted."""
Told = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The courses of a feed beside those we have of it: ids and digests."""

    new: tuple[Course, ...]
    changed: tuple[Course, ...]
    same: int
    gone: tuple[str, ...]


@transaction.atomic
def take_feed(source: FeedSource, *, read: Read, now: datetime, told: Told | None = None) -> FeedRun:
    """All of a reading or nothing of it. A course that is no longer listed stays, as one that has ended."""
    rows = _courses(read.listed, source, now.date())
    had = dict(Course.objects.filter(feed=source.name).values_list("pk", "digest"))
    found = _sorted(rows, had)
    end_courses(found.gone, digest="")
    # What is listed as before was looked at today.
    Course.objects.filter(feed=source.name).exclude(digest="").update(checked_on=now.date())
    _change(found.changed)
    take_courses(found.new, told=told)
    FeedLoad.objects.update_or_create(
        name=f"feed:{source.name}", defaults={"edition": "", "rows": len(read.listed), "loaded_at": now}
    )
    return FeedRun.objects.create(
        source=source,
        started_at=now,
        new=len(found.new),
        changed=len(found.changed),
        same=found.same,
        gone=len(found.gone),
        refused=[asdict(each) for each in (*read.refused[:REPORTED], *read.remarks[:REPORTED])],
        refused_count=len(read.refused),
    )


def _sorted(rows: Iterable[Course], had: Mapping[str, str]) -> Sorted:
    new, changed, seen = [], [], set()
    for row in rows:
        seen.add(row.pk)
        if row.pk not in had:
            new.append(row)
        elif row.digest != had[row.pk]:
            changed.append(row)
    gone = tuple(key for key, digest in had.items() if key not in seen and digest)
    return Sorted(new=tuple(new), changed=tuple(changed), same=len(seen) - len(new) - len(changed), gone=gone)


def _courses(listed: Iterable[Listed], source: FeedSource, today: date) -> Iterator[Course]:
    providers = dict(Provider.objects.values_list("name", "pk"))
    return (_course(each, source, providers, today) for each in listed)


def _course(each: Listed, source: FeedSource, providers: Mapping[str, str], today: date) -> Course:
    last = each.ends_on or each.starts_on
    has_ended = last is not None and last < today
    digest = sha256(f"{each!r} {has_ended}".encode()).hexdigest()[:16]
    return Course(
        id="F" + sha256(f"{source.name}\0{each.key}".encode()).hexdigest()[:18],
        feed=source.name,
        record_type="live_event" if each.starts_on else "ce_activity",
        title=each.title,
        provider_id=providers.get(each.provider),
        provider_name=each.provider,
        url=each.url,
        is_own_page=bool(each.url),
        format=each.format,
        hours=None if each.hours is None else round(each.hours, 4),
        credit_stated=each.credit_stated,
        kind=each.credit.kind,
        quantity=each.credit.quantity,
        unit=each.credit.unit,
        approved_by=each.credit.approved_by,
        approval_number=each.approval_number,
        category=each.category,
        suggested=";".join(found.category for found in suggest(each.title, outline("aama"))),
        price=each.price,
        held=" to ".join(str(day) for day in (each.starts_on, each.ends_on) if day),
        starts_on=each.starts_on,
        ends_on=each.ends_on,
        has_ended=has_ended,
        language=each.language,
        zip=each.zip,
        **_place(each),
        specialties=";".join(specialties_of(each.title)),
        evidence=dict(each.evidence),
        source=source.address or each.url,
        checked_on=today,
        digest=digest,
    )


def _place(each: Listed) -> dict[str, int | str]:
    """Where it is held; a ZIP code alone names its city."""
    try:
        found = place(each.zip)
    except UnknownZip:
        return {"city": each.city, "state": each.state}
    city, state = (each.city, each.state) if each.city else (found.city, found.state)
    return {"city": city, "state": state, **stored_at(found.point)}


def _change(rows: Iterable[Course]) -> None:
    others = [field.name for field in Course._meta.concrete_fields if field.name != "id"]
    for batch in in_batches(rows):
        Course.objects.bulk_create(batch, update_conflicts=True, unique_fields=["id"], update_fields=others)
        index_courses(batch)
