"""Certificates that come by mail: a real conversation with the real server, killed included."""

from __future__ import annotations

import asyncio
import os
import signal
import smtplib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import pytest

from recert.actions.leave import leave
from recert.actions.open_vault import vault
from recert.actions.renew_import_address import renew_import_address
from recert.actions.switch_import_address import switch_import_address
from recert.jobs import post
from recert.records.models import Certificate, ImportAddress, Person

DOMAIN = "in.example.org"
PDF = b"%PDF-1.7 Wound care basics, 5 CEU"
JPEG = b"\xff\xd8\xff\xe0" + b"photo" * 2000


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(transactional_db: None) -> Iterator[int]:
    """A server in this process, with threads of its own as in an installation."""
    loop, port, ready = asyncio.new_event_loop(), free_port(), threading.Event()
    listening = loop.create_task(post.listen("127.0.0.1", port, DOMAIN, ready=ready.set))

    def run() -> None:
        with suppress(asyncio.CancelledError):
            loop.run_until_complete(listening)

    thread = threading.Thread(target=run)
    thread.start()
    assert ready.wait(10)
    yield port
    loop.call_soon_threadsafe(listening.cancel)
    thread.join(10)
    loop.close()


def message(*files: tuple[str, bytes], message_id: str = "<one@example.org>") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Message-ID"] = "My certificate", "dana@example.org", message_id
    mail.set_content("Here it is.")
    for name, content in files:
        kind = ("application", "pdf") if name.endswith(".pdf") else ("image", "jpeg")
        mail.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
    return mail


def sent(port: int, word: str, mail: EmailMessage | bytes, domain: str = DOMAIN) -> tuple[int, str]:
    """What the server answered last."""
    content = mail if isinstance(mail, bytes) else mail.as_bytes(policy=SMTP)
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as client:
        client.ehlo()
        client.mail("dana@example.org")
        code, said = client.rcpt(f"{word}@{domain}")
        if code == 250:
            code, said = client.data(content)
    return code, said.decode()


def address_of(person: Person) -> str:
    return renew_import_address(person).word


def test_a_mailed_certificate_is_in_the_wallet(server: int, dana: Person) -> None:
    assert sent(server, address_of(dana), message(("card.pdf", PDF), ("photo.jpg", JPEG))) == (250, "2.0.0 Kept: 2")
    kept = Certificate.objects.filter(person=dana).order_by("pk")
    assert [(row.name, row.came_by, row.state) for row in kept] == [
        ("card.pdf", "mailed", "waiting"),
        ("photo.jpg", "mailed", "waiting"),
    ]
    assert vault().path_of(kept[0].file.digest).read_bytes() == PDF


def test_the_same_mail_again_stores_once(server: int, dana: Person) -> None:
    word = address_of(dana)
    answers = [sent(server, word, message(("card.pdf", PDF)))[0] for _ in range(3)]
    other = sent(server, word, message(("card.pdf", PDF), message_id="<two@example.org>"))[0]
    assert (answers, other, Certificate.objects.count()) == ([250, 250, 250], 250, 2)


def test_a_forwarded_message_is_opened(server: int, dana: Person) -> None:
    outer = message(message_id="<outer@example.org>")
    outer.add_attachment(message(("inside.pdf", PDF)))
    assert sent(server, address_of(dana), outer)[0] == 250
    assert Certificate.objects.get().name == "inside.pdf"


@pytest.mark.parametrize("word", ["nobody", "", "dana", "x" * 300, "%", "'; DROP TABLE"])
def test_an_unknown_address_is_refused(server: int, dana: Person, word: str) -> None:
    address_of(dana)
    assert sent(server, word, message(("card.pdf", PDF)))[0] in {501, 550, 553}
    assert not Certificate.objects.exists()


def test_another_domain_is_not_ours_to_take_mail_for(server: int, dana: Person) -> None:
    assert sent(server, address_of(dana), message(("card.pdf", PDF)), domain="example.com")[0] == 550


def test_switched_off_it_is_as_if_it_were_not_there(server: int, dana: Person) -> None:
    word = address_of(dana)
    switch_import_address(dana, on=False)
    assert sent(server, word, message(("card.pdf", PDF)))[0] == 550
    switch_import_address(dana, on=True)
    assert sent(server, word.upper(), message(("card.pdf", PDF)))[0] == 250


def test_a_new_address_ends_the_old(server: int, dana: Person) -> None:
    old = address_of(dana)
    new = address_of(dana)
    assert (sent(server, old, message(("card.pdf", PDF)))[0], ImportAddress.objects.count()) == (550, 1)
    assert sent(server, new, message(("card.pdf", PDF)))[0] == 250


def test_whoever_leaves_gets_no_more_mail(server: int, dana: Person) -> None:
    word = address_of(dana)
    leave(dana)
    assert sent(server, word, message(("card.pdf", PDF)))[0] == 550


def test_mail_goes_to_its_owner_alone(server: int, dana: Person, luz: Person) -> None:
    sent(server, address_of(luz), message(("card.pdf", PDF)))
    assert not Certificate.objects.filter(person=dana).exists()


def test_a_second_recipient_is_asked_to_wait(server: int, dana: Person, luz: Person) -> None:
    with smtplib.SMTP("127.0.0.1", server) as client:
        client.ehlo()
        client.mail("dana@example.org")
        answers = [client.rcpt(f"{address_of(person)}@{DOMAIN}")[0] for person in (dana, luz)]
    assert answers == [250, 452]


def test_too_many_messages_are_put_off(server: int, dana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(post, "MOST_AN_HOUR", 2)
    word = address_of(dana)
    answers = [sent(server, word, message(("card.pdf", PDF), message_id=f"<{n}@x>"))[0] for n in range(3)]
    assert answers == [250, 250, 451]


def test_one_paper_that_cannot_be_kept_does_not_lose_the_others(server: int, dana: Person) -> None:
    large = message(("large.pdf", b"%PDF" + os.urandom(1024) * 25 * 1024), ("card.pdf", PDF))
    assert sent(server, address_of(dana), large)[0] in {250, 552}
    assert Certificate.objects.filter(name="large.pdf").count() == 0


NESTED = b"Content-Type: message/rfc822\r\n\r\n" * 3000
PARTS = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 5000 + b"--b--\r\n"
HOSTILE = {
    "nothing attached": message().as_bytes(policy=SMTP),
    "empty": b"\r\n",
    "no headers": b"\x00\xff\xfe" * 500,
    "a message in a message, 3000 deep": NESTED + PDF,
    "5000 parts": PARTS,
    "a boundary that never ends": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain",
    "no such charset": b"Content-Type: text/plain; charset=\xff\xff\r\n\r\nx",
    "broken base64": b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
    "a header that never ends": b"X: " + b"a" * 900 + b"\r\n " * 20_000 + b"\r\n\r\nx",
    "an empty attachment": message(("card.pdf", b"")).as_bytes(policy=SMTP),
    "31 attachments": message(*((f"{n}.pdf", PDF) for n in range(31))).as_bytes(policy=SMTP),
    "a name from elsewhere": b"Content-Type: multipart/mixed; boundary==?x?q?=\r\n\r\n",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_message_ends_in_a_clean_no(server: int, dana: Person, content: bytes) -> None:
    word = address_of(dana)
    code, said = sent(server, word, content)
    assert 500 <= code < 600, said
    assert not Certificate.objects.exists()
    assert sent(server, word, message(("card.pdf", PDF)))[0] == 250


def test_a_name_cannot_lead_anywhere(server: int, dana: Person) -> None:
    sent(server, address_of(dana), message(("../../etc/passwd.pdf", PDF)))
    assert Certificate.objects.get().name == "passwd.pdf"


def test_nothing_is_said_to_be_kept_that_is_not(server: int, dana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("recert.records.vault._settle", full)
    assert sent(server, address_of(dana), message(("card.pdf", PDF)))[0] == 452
    assert not Certificate.objects.exists()


def test_what_was_taken_outlives_a_kill(dana_elsewhere: dict[str, str]) -> None:
    """Five times: mail until the server is killed; what it said yes to is there, and sending again stores once."""
    taken: set[str] = set()
    for round_ in range(5):
        port = free_port()
        process = listening(port, dana_elsewhere)
        killer = threading.Timer(0.25 + 0.1 * round_, process.send_signal, [signal.SIGKILL])
        killer.start()
        for number in range(1000):
            name = f"{round_}-{number}.pdf"
            try:
                code, _ = sent(port, dana_elsewhere["word"], message((name, name.encode()), message_id=f"<{name}>"))
            except (OSError, smtplib.SMTPException):
                break
            if code == 250:
                taken.add(name)
        process.wait(10)
    assert taken
    assert taken <= names_kept(dana_elsewhere)


def listening(port: int, elsewhere: dict[str, str]) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **elsewhere, "IMPORT_MAIL": f"smtp://127.0.0.1:{port}?domain={DOMAIN}"}
    environment.pop("DATABASE_URL", None)
    process = subprocess.Popen([sys.executable, "-m", "recert.config.listening"], env=environment)
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        time.sleep(0.05)
    raise AssertionError("The server did not start.")


PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from recert.actions.renew_import_address import renew_import_address
from recert.records.models import Person
print(renew_import_address(Person.objects.create_user("dana@example.org", "password")).word)
"""
NAMES = """
import django; django.setup()
from recert.actions.open_vault import vault
from recert.records.models import Certificate
for row in Certificate.objects.select_related("file"):
    assert vault().is_whole(row.file.digest)
    assert vault().path_of(row.file.digest).read_bytes() == row.name.encode()
    print(row.name)
"""


@pytest.fixture
def dana_elsewhere(tmp_path: Path) -> dict[str, str]:
    """An installation in a folder of its own, as its processes see it, and Dana's address there."""
    elsewhere = {"RECERT_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "recert.config.settings"}
    return {**elsewhere, "word": asked_elsewhere(PREPARE, elsewhere).strip()}


def names_kept(elsewhere: dict[str, str]) -> set[str]:
    return set(asked_elsewhere(NAMES, elsewhere).split())


def asked_elsewhere(program: str, elsewhere: dict[str, str]) -> str:
    environment = {**os.environ, **elsewhere}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True, timeout=120
    )
    return done.stdout
