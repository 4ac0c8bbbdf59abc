"""Nothing of someone who left is in any file any more: not in the database, its journal, the papers or their images."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import CharField, EmailField, Model, QuerySet, TextField
from django.utils import timezone

from recert.actions.check_standing import check_standing
from recert.actions.erase_leavers import erase_leavers
from recert.actions.hold_credential import hold_credential
from recert.actions.keep_certificate import keep_certificate
from recert.actions.keep_message import keep_message
from recert.actions.leave import leave
from recert.actions.open_vault import previews, vault
from recert.actions.start_import import start_import
from recert.records.fields import DocumentField, PackedDocumentField
from recert.records.models import AuditEntry, Draft, KeptMessage, Person
from recert.records.portable import TABLES
from tests.actions.conftest import Finish
from tests.cast import someone
from tests.security.conftest import browser_of

SHORT = 20
"""Columns shorter than this hold ids of ours, no words of a person's."""


TECHNICAL = {"digest", "content_digest", "previous", "password", "verb", "noun"}
"""What the audit trail keeps for ever, and a password's hash."""


@pytest.fixture
def everything_of(finish: Finish) -> Person:
    """Dana, with a row in every table that the verbs of today fill, and as many pages as a row can spill over."""
    dana = someone("Dana")
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    rows = [finish(dana, note="x" * 3000) for _ in range(20)]
    check_standing(dana, today=date(2026, 11, 22))
    start_import(dana, name="a.csv", content=b"earned_on\n" * 2000)
    keep_message(None, to=dana.email, subject="Your code", text="1234")
    paper = keep_certificate(dana, name="card.pdf", content=[b"%PDF Canary-in-the-paper"])
    Draft.objects.create(certificate=paper, position=1, outcome="confirmed", activity=rows[0], text="x")
    image = previews() / paper.file.digest[:2] / f"{paper.file.digest}-1.jpg"
    image.parent.mkdir(parents=True, exist_ok=True)
    image.write_bytes(b"Canary-in-the-image")
    browser_of(dana)
    return dana


def rows_of(person: Person) -> list[QuerySet[Model]]:
    own = [table.rows(person) for table in TABLES.values()]
    return [
        *own,
        Person.objects.filter(pk=person.pk),
        KeptMessage.objects.all(),
        AuditEntry.objects.filter(holder=person),
    ]


def seed(person: Person) -> list[str]:
    """A word of its own into every column of every row of the person that can hold one."""
    numbers, seeded = count(1), []
    for rows in rows_of(person):
        for field in rows.model._meta.concrete_fields:
            if not holds_words(field):
                continue
            for row in rows.all():
                word = f"Canary-{next(numbers):05d}"
                value = [word] if isinstance(field, DocumentField) else word
                if rows.model._default_manager.filter(pk=row.pk).update(**{field.name: value}):
                    seeded.append(word)
    return seeded


def holds_words(field: object) -> bool:
    if isinstance(field, DocumentField):
        return True
    plain = isinstance(field, CharField | TextField) and not isinstance(field, EmailField | PackedDocumentField)
    unique = getattr(field, "unique", False) or getattr(field, "name", "") in TECHNICAL
    return (
        plain and not unique and not getattr(field, "choices", None) and (getattr(field, "max_length", 0) or 99) > SHORT
    )


def found_on_disk() -> bytes:
    """Every byte of the installation's files; of a database server, whose files are not ours, every row."""
    files = list(Path(settings.DATA).rglob("*"))
    if connection.vendor != "sqlite":
        return b"".join([*rows_of_the_server(), *(file.read_bytes() for file in files if file.is_file())])
    database = Path(str(connection.settings_dict["NAME"]))
    files += database.parent.glob(f"{database.name}*")
    return b"".join(file.read_bytes() for file in files if file.is_file())


def rows_of_the_server() -> Iterator[bytes]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            yield "\n".join(row[0] for row in cursor.fetchall()).encode()


def test_not_a_word_is_left_in_any_file(transactional_db: None, everything_of: Person) -> None:
    words = [*seed(everything_of), "Canary-in-the-paper", "Canary-in-the-image", "dana@example.org"]
    assert len(words) > 40
    before = found_on_disk()
    assert [word for word in words if word.encode() not in before] == []
    person = Person.objects.get(pk=everything_of.pk)
    leave(person)
    assert erase_leavers(now=timezone.now() + timedelta(days=31)) == 1
    after = found_on_disk()
    assert [word for word in words if word.encode() in after] == []
    assert list(vault().digests()) == []
    assert not apps.get_model("sessions", "Session").objects.exists()
