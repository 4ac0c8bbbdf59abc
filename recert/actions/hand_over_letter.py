"""Hand a letter to the mail server, and say what became of it."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Literal

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend

from recert.records.models import Letter

# Refusals that speak of us or of our way to the server, not of the person's address.
OURS = (smtplib.SMTPAuthenticationError, smtplib.SMTPSenderRefused, smtplib.SMTPHeloError, smtplib.SMTPConnectError)
FOR_GOOD = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """`later`: try again; `away`: so would be every other letter."""

    became: Literal["taken", "refused", "later"]
    trouble: str = ""
    away: bool = False


def hand_over_letter(letter: Letter) -> Handover:
    if settings.EMAIL_OUTGOING is None:
        return Handover(became="later", trouble="No mail server is set.", away=True)
    server = EmailBackend(**asdict(settings.EMAIL_OUTGOING), timeout=settings.EMAIL_TIMEOUT)
    try:
        server.open()
        server.send_messages([message_of(letter)])
    except smtplib.SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()), (0, b""))
        return _answer(code, said)
    except OURS as problem:
        return Handover(became="later", trouble=f"{type(problem).__name__} {problem.smtp_code}", away=True)
    except smtplib.SMTPResponseException as problem:
        return _answer(problem.smtp_code, problem.smtp_error)
    except (OSError, smtplib.SMTPException) as problem:
        return Handover(became="later", trouble=type(problem).__name__, away=True)
    finally:
        _hang_up(server)
    return Handover(became="taken")


def _hang_up(server: EmailBackend) -> None:
    """A server that took the letter and then fell silent has taken it all the same."""
    with suppress(OSError):
        server.close()


def _answer(code: int, said: bytes | str) -> Handover:
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    trouble = " ".join(f"{code} {text}".split())[:300]
    return Handover(became="refused" if code >= FOR_GOOD else "later", trouble=trouble)


def message_of(letter: Letter) -> EmailMultiAlternatives:
    headers = {"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated", **letter.headers}
    reply_to = [letter.reply_to] if letter.reply_to else None
    message = EmailMultiAlternatives(letter.subject, letter.text, to=[letter.to], headers=headers, reply_to=reply_to)
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message
