"""A message goes out through a real mail server, or is kept; never neither."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core.mail import EmailMultiAlternatives

from recert.config.outgoing import EmailUrlWrong, Outgoing, outgoing_from
from recert.records.models import KeptMessage


class Mailbox:
    """Takes every message, or none."""

    def __init__(self, answer: str = "250 taken") -> None:
        self.answer, self.taken = answer, list[Envelope]()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.taken.append(envelope)
        return self.answer


@pytest.fixture
def mailbox(settings) -> Iterator[Mailbox]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    settings.EMAIL_BACKEND = "recert.config.mail.KeepingBackend"
    settings.EMAIL_OUTGOING = Outgoing(host="127.0.0.1", port=port)
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box
    controller.stop()


def send(*, subject: str = "Your code") -> None:
    message = EmailMultiAlternatives(subject, "It is 1234.", to=["Dana <dana@example.org>"])
    message.attach_alternative("<p>It is 1234.</p>", "text/html")
    message.send()


@pytest.mark.django_db
def test_without_a_mail_server_the_operator_keeps_the_message(settings) -> None:
    settings.EMAIL_BACKEND = "recert.config.mail.KeepingBackend"
    settings.EMAIL_OUTGOING = None
    send()
    kept = KeptMessage.objects.get()
    assert (kept.to, kept.subject, kept.text, kept.html) == (
        "dana@example.org", "Your code", "It is 1234.", "<p>It is 1234.</p>",
    )  # fmt: skip


@pytest.mark.django_db
def test_with_a_mail_server_the_message_goes_out_and_nothing_is_kept(mailbox: Mailbox) -> None:
    send()
    assert [envelope.rcpt_tos for envelope in mailbox.taken] == [["dana@example.org"]]
    assert b"It is 1234." in mailbox.taken[0].content
    assert not KeptMessage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("answer", ["451 later", "554 never", "421 closing"])
def test_a_message_the_server_refuses_is_kept(mailbox: Mailbox, answer: str) -> None:
    mailbox.answer = answer
    send()
    assert KeptMessage.objects.get().subject == "Your code"


@pytest.mark.django_db
def test_a_message_is_kept_when_the_server_is_away(mailbox: Mailbox, settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        settings.EMAIL_OUTGOING = Outgoing(host="127.0.0.1", port=door.getsockname()[1] + 1)
    send()
    assert KeptMessage.objects.count() == 1


@pytest.mark.parametrize(
    ("url", "port", "starttls", "encrypted"),
    [("smtp://mail.example.org", 25, False, False), ("smtp://mail.example.org?tls=starttls", 587, True, False),
     ("smtps://mail.example.org", 465, False, True), ("smtp://mail.example.org:2525", 2525, False, False)],
)  # fmt: skip
def test_a_mail_address_is_taken_apart(url: str, port: int, starttls: bool, encrypted: bool) -> None:
    found = outgoing_from(url)
    assert found
    assert (found.port, found.use_tls, found.use_ssl) == (port, starttls, encrypted)


def test_another_kind_of_address_is_refused() -> None:
    with pytest.raises(EmailUrlWrong, match="begins with 'http'; it must look like smtp://"):
        outgoing_from("http://mail.example.org")
