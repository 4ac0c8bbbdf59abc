"""Hands messages to the mail server, and keeps for the operator whatever could not be handed over."""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Sequence
from dataclasses import asdict
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as Smtp

from recert.actions.keep_message import keep_message

log = logging.getLogger(__name__)


class KeepingBackend(BaseEmailBackend):
    """Nothing is lost: what no server took is kept, and the operator reads it on the operator page."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        for message in messages:
            if not handed_over(message):
                keep(message)
        return len(messages)


def handed_over(message: EmailMessage) -> bool:
    if settings.EMAIL_OUTGOING is None:
        return False
    try:
        return bool(Smtp(**asdict(settings.EMAIL_OUTGOING), timeout=settings.EMAIL_TIMEOUT).send_messages([message]))
    except (OSError, smtplib.SMTPException) as problem:
        log.warning("The mail server did not take a message, so it is kept: %s", type(problem).__name__)
        return False


def keep(message: EmailMessage) -> None:
    alternatives = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
    html = next((str(content) for content, kind in alternatives if kind == "text/html"), "")
    for recipient in message.recipients():
        keep_message(None, to=parseaddr(recipient)[1], subject=str(message.subject), text=str(message.body), html=html)
