"""Keep a message that no mail server took, for the operator to read and pass on."""

from __future__ import annotations

from recert.records.models import KeptMessage, Person


def keep_message(_actor: Person | None, *, to: str, subject: str, text: str, html: str = "") -> KeptMessage:
    """The installation itself writes; nobody needs to be signed in."""
    one_line = " ".join(subject.split())[:300]
    return KeptMessage.objects.create(to=to, subject=one_line, text=text, html=html)
