"""The mail server for certificates: it knows one address to a person, and says yes only to what is safe already."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, TypeVar

from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import close_old_connections
from django.utils import timezone

from recert.actions.keep_certificate import NoRoomForPaper, PaperRefused
from recert.actions.take_in_mail import TakenIn, take_in_mail, whose_address
from recert.capture.messages import MessageRefused
from recert.records.models import Person

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")

MOST_BYTES = 35 * 2**20
MOST_AN_HOUR = 60
AT_ONCE = 2
PATIENCE = 120.0
"""Seconds that a sender may be silent."""

TAKEN = "250 2.0.0 Kept: {kept}"
UNKNOWN = "550 5.1.1 There is no such address here"
ONE_AT_A_TIME = "452 4.5.3 One recipient at a time"
TOO_OFTEN = "451 4.7.1 Too many messages for this address, try again in an hour"
NO_ROOM = "452 4.3.1 There is no room just now, try again later"
LATER = "451 4.3.0 This could not be kept just now, try again later"
REFUSED = "554 5.6.0 {why}"


class Post:
    """What aiosmtpd asks at each step of a conversation. The database is asked in threads, a few at a time."""

    def __init__(self, domain: str) -> None:
        self.domain = domain
        self.desks = ThreadPoolExecutor(AT_ONCE)
        self.recent: dict[int, deque[float]] = {}

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's own name and arguments
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if envelope.rcpt_tos:
            return ONE_AT_A_TIME
        word, _, domain = address.strip("<>").rpartition("@")
        person = None
        if domain.lower() == self.domain:
            try:
                person = await self._asked(lambda: whose_address(word))
            except Exception:
                log.exception("An address could not be looked up.")
                return LATER
        if person is None:
            return UNKNOWN
        if not self._may(person.pk):
            return TOO_OFTEN
        envelope.rcpt_tos.append(address)
        envelope.recert_person = person  # type: ignore[attr-defined]
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 -- as above
        person: Person = envelope.recert_person  # type: ignore[attr-defined]
        content = bytes(envelope.original_content or b"")
        try:
            taken = await self._asked(lambda: take_in_mail(person, message=content))
        except MessageRefused as refused:
            return refused_with(str(refused))
        except NoRoomForPaper:
            return NO_ROOM
        except PaperRefused as refused:
            return refused_with(str(refused))
        except Exception:
            log.exception("A message could not be kept.")
            return LATER
        return said(taken)

    async def _asked(self, question: Callable[[], Answer]) -> Answer:
        def ask() -> Answer:
            close_old_connections()
            try:
                return question()
            finally:
                # A server's connection goes back among those that everybody shares.
                close_old_connections()

        return await asyncio.get_running_loop().run_in_executor(self.desks, ask)

    def _may(self, person_id: int) -> bool:
        """A bounded number of messages an hour for each person; counted here, for there is one such server."""
        now = timezone.now().timestamp()
        recent = self.recent.setdefault(person_id, deque())
        while recent and recent[0] < now - timedelta(hours=1).total_seconds():
            recent.popleft()
        if len(recent) >= MOST_AN_HOUR:
            return False
        recent.append(now)
        return True


def said(taken: TakenIn) -> str:
    """Yes, with how many papers are safe now."""
    return TAKEN.format(kept=taken.kept)


def refused_with(sentence: str) -> str:
    """No, with a sentence that fits on one line of plain ASCII, as old mail servers want it."""
    plain = sentence.encode("ascii", "replace").decode()
    return REFUSED.format(why=" ".join(plain.split())[:400])


async def listen(host: str, port: int, domain: str, *, ready: Callable[[], Any] = lambda: None) -> None:
    """Take mail in until cancelled. :raises OSError: when the port is taken."""
    post = Post(domain)

    def conversation() -> SMTP:
        return SMTP(
            post,
            hostname=domain,
            ident="Recert",
            enable_SMTPUTF8=True,
            decode_data=False,
            data_size_limit=MOST_BYTES,
            timeout=PATIENCE,
        )

    server = await asyncio.get_running_loop().create_server(conversation, host, port)
    ready()
    try:
        async with server:
            await server.serve_forever()
    finally:
        post.desks.shutdown()
