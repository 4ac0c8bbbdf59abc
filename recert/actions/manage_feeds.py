"""The feeds of this installation: listed with their reports, added, switched on and off; for operators alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from recert.actions.read_feed import FORMATS, SITEMAP
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.feeds import curated
from recert.records.models import FeedRun, FeedSource, Person

REPORTS = 3
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")


class FeedRefused(Refused):
    """The feed was not added."""


def list_feeds(actor: Person) -> Sequence[FeedSource]:
    """Every feed with its `latest` reports. Two queries.

    :raises DoesNotExist: for anybody but an operator.
    """
    _only_operators(actor)
    latest = Prefetch("runs", FeedRun.objects.all()[:REPORTS], to_attr="latest")
    return list(FeedSource.objects.prefetch_related(latest))


@transaction.atomic
def add_feed(actor: Person, *, name: str, format: str, address: str) -> FeedSource:  # noqa: A002 -- its word
    """:raises FeedRefused: naming the field. :raises DoesNotExist: for anybody but an operator."""
    _only_operators(actor)
    if not NAME.fullmatch(name) or name == curated.NAME or FeedSource.objects.filter(pk=name).exists():
        sentence = _("“%(name)s” is taken or is no short name of small letters, digits and dashes; choose another.")
        raise FeedRefused(sentence % {"name": name}, field="name")
    if format not in {*FORMATS, SITEMAP}:
        raise FeedRefused(_("Choose one of the formats."), field="format")
    host = (urlsplit(address).hostname or "").lower()
    if address and host not in settings.FEED_HOSTS:
        sentence = _("%(host)s is not among the publishers allowed here. Add it to RECERT_FEED_HOSTS and start again.")
        raise FeedRefused(sentence % {"host": host or address}, field="address")
    source = FeedSource.objects.create(name=name, format=format, address=address)
    record_change(actor, verb="add", about=("feed", None), holder=None, after={"name": name, "address": address})
    return source


@transaction.atomic
def switch_feed(actor: Person, *, name: str, is_on: bool) -> FeedSource:
    """:raises DoesNotExist: when there is no such feed, or for anybody but an operator."""
    _only_operators(actor)
    source = FeedSource.objects.select_for_update().get(pk=name)
    source.is_on = is_on
    source.save(update_fields=["is_on"])
    record_change(actor, verb="switch", about=("feed", None), holder=None, after={"name": name, "is_on": is_on})
    return source


def open_feed(actor: Person, *, name: str) -> FeedSource:
    """:raises DoesNotExist: when there is no such feed, or for anybody but an operator."""
    _only_operators(actor)
    return FeedSource.objects.get(pk=name)


def _only_operators(actor: Person) -> None:
    if not actor.is_operator:
        raise FeedSource.DoesNotExist
