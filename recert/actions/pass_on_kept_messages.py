"""Put what no mail server took among the letters, once there is a server: they are tried until one takes them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from recert.actions.write_letter import Written, write_letter
from recert.records.models import KeptMessage

STILL_OF_USE = timedelta(days=3)


def pass_on_kept_messages(*, now: datetime) -> int:
    """How many. What is older stays with the operator: a code of last month would only confuse."""
    if settings.EMAIL_OUTGOING is None:
        return 0
    waiting = KeptMessage.objects.filter(sent_at=None, at__gte=now - STILL_OF_USE).order_by("pk")
    for message in list(waiting):
        with transaction.atomic():
            written = Written(subject=message.subject, text=message.text, html=message.html)
            write_letter(None, key=f"kept:{message.pk}", to=message.to, written=written, now=now)
            KeptMessage.objects.filter(pk=message.pk).update(sent_at=now)
    return len(waiting)
