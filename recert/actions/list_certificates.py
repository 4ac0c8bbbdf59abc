"""The actor's papers, or those in their trash, newest first, each with what was read from it."""

from __future__ import annotations

from django.db.models import Prefetch

from recert.records.models import Certificate, Draft, Person


def list_certificates(actor: Person, *, trashed: bool = False) -> list[Certificate]:
    """Two queries, however many."""
    drafts = Draft.objects.defer("text").select_related("activity").order_by("position")
    rows = Certificate.objects.filter(person=actor, trashed_at__isnull=not trashed).select_related("file")
    ordered = rows.order_by("-trashed_at" if trashed else "-received_at", "-id")
    return list(ordered.prefetch_related(Prefetch("drafts", drafts)))
