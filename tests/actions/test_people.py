"""People say how they want to be spoken to; operators read what could not be sent."""

from __future__ import annotations

import pytest

from recert.actions.change_person import PersonRefused, change_person
from recert.actions.keep_message import keep_message
from recert.actions.make_operator import KeyRefused, create_operator_key, is_operator_missing, make_operator
from recert.actions.read_kept_messages import read_kept_messages
from recert.actions.start_import import MOST_BYTES, MOST_DRAFTS, FileRefused, start_import
from recert.records.models import AuditEntry, ImportDraft, OperatorKey, Person


def test_a_person_chooses_language_and_time_zone(dana: Person) -> None:
    changed = change_person(dana, fields={"language": "es", "time_zone": "America/Chicago"})
    assert (changed.name, changed.language, changed.time_zone) == ("Dana", "es", "America/Chicago")
    assert AuditEntry.objects.get().before["language"] == "en"


@pytest.mark.parametrize(
    ("field", "value"),
    [("language", "tlh"), ("time_zone", "Mars/Olympus"), ("time_zone", "../etc"), ("name", "x" * 151)],
)
def test_what_we_do_not_know_is_refused(dana: Person, field: str, value: str) -> None:
    with pytest.raises(PersonRefused) as refused:
        change_person(dana, fields={field: value})
    assert refused.value.field == field


def test_a_key_makes_one_operator(dana: Person, evan: Person) -> None:
    key = create_operator_key()
    make_operator(dana, key=key)
    with pytest.raises(KeyRefused, match="used before"):
        make_operator(evan, key=key)
    assert list(Person.objects.filter(is_operator=True)) == [dana]
    assert not is_operator_missing()


def test_a_new_key_ends_the_one_before(dana: Person) -> None:
    old, _new = create_operator_key(), create_operator_key()
    with pytest.raises(KeyRefused):
        make_operator(dana, key=old)


def test_the_key_itself_is_nowhere(db: None) -> None:
    key = create_operator_key()
    assert key not in OperatorKey.objects.get().hash


def test_a_kept_message_waits_for_the_operator(sam: Person) -> None:
    keep_message(None, to="dana@example.org", subject="Your\r\nBcc: code", text="123456")
    (message,) = read_kept_messages(sam)
    assert (message.subject, message.text) == ("Your Bcc: code", "123456")


@pytest.mark.parametrize("content", [b"", b"x" * (MOST_BYTES + 1)])
def test_a_file_that_is_no_transcript_is_refused(dana: Person, content: bytes) -> None:
    with pytest.raises(FileRefused):
        start_import(dana, name="a.csv", content=content)


def test_nobody_fills_the_disk_with_files_they_never_confirm(dana: Person) -> None:
    for number in range(MOST_DRAFTS + 3):
        start_import(dana, name=f"{number}.csv", content=b"x")
    assert ImportDraft.objects.count() == MOST_DRAFTS
    assert ImportDraft.objects.first().name == f"{MOST_DRAFTS + 2}.csv"
