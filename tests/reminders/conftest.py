"""A real mail server in a thread, a clock in the tests' own hand, and Dana's CMA."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from recert.actions.hold_credential import hold_credential
from recert.config.outgoing import Outgoing
from recert.jobs.reminders import sweep
from recert.records.models import Holding, Person

NOON = datetime(2026, 11, 22, 17, tzinfo=UTC)


class Mailbox:
    """Takes every message, or answers what it is told to."""

    def __init__(self) -> None:
        self.answer, self.taken, self.rcpt = "250 taken", list[bytes](), "250 ok"

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]) -> str:  # noqa: N802
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(to)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.taken.append(cast("bytes", envelope.content))
        return self.answer

    @property
    def messages(self) -> list[EmailMessage]:
        return [cast("EmailMessage", message_from_bytes(raw, policy=policy.default)) for raw in self.taken]


@pytest.fixture
def mailbox(settings) -> Iterator[Mailbox]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    settings.EMAIL_OUTGOING = Outgoing(host="127.0.0.1", port=port)
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box
    controller.stop()


@pytest.fixture
def cma(dana: Person) -> Holding:
    """Certified on March 14, 2022: the cycle ends on March 31, 2027; by mail apply by March 1."""
    holding = hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    Holding.objects.filter(pk=holding.pk).update(added_at=datetime(2022, 3, 20, tzinfo=UTC))
    return Holding.objects.get(pk=holding.pk)


Sweep = Callable[[datetime], str]


@pytest.fixture
def sweep_at(settings) -> Sweep:
    def at(moment: datetime) -> str:
        return sweep(lambda: moment)

    return at


def days(count: int) -> timedelta:
    return timedelta(days=count)
