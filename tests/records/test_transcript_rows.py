"""A transcript's rows are read only as far as somebody looks."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from recert.records.models import Activity, Person
from recert.records.transcripts import TranscriptRows


def row(person: Person, day: int, **fields: object) -> str:
    made = Activity.objects.create(person=person, earned_on=date(2026, 1, day), quantity=1, unit="point", **fields)
    return str(made.pk)


@pytest.fixture
def rows(dana: Person, evan: Person) -> tuple[TranscriptRows, list[str]]:
    """Three of Dana's, put there out of order; one of a stranger's and one in the trash stay out."""
    ids = [row(dana, 2), row(dana, 9), row(dana, 5)]
    row(evan, 7)
    row(dana, 8, trashed_at="2026-02-01T00:00Z")
    return TranscriptRows(dana), ids


def test_rows_come_in_the_order_they_were_put_there(rows: tuple[TranscriptRows, list[str]]) -> None:
    transcript, ids = rows
    assert (list(transcript), len(transcript)) == (ids, 3)


def test_the_newest_come_first_and_only_those_asked_for(rows: tuple[TranscriptRows, list[str]]) -> None:
    transcript, (second, ninth, fifth) = rows
    assert transcript.newest() == [ninth, fifth, second]
    assert transcript.newest(within={second, fifth, "999"}) == [fifth, second]


def test_of_one_day_the_later_entry_is_newer(dana: Person) -> None:
    ids = [row(dana, 3) for _ in range(3)]
    assert TranscriptRows(dana).newest() == ids[::-1]


def test_picking_reads_those_rows_alone_in_the_order_asked(rows: tuple[TranscriptRows, list[str]]) -> None:
    transcript, (second, ninth, _) = rows
    with CaptureQueriesContext(connection) as asked:
        assert [str(found.pk) for found in transcript.pick([ninth, second, "999"])] == [ninth, second]
    assert len(asked) == 1


def test_walking_over_all_of_them_asks_once(rows: tuple[TranscriptRows, list[str]]) -> None:
    transcript, ids = rows
    with CaptureQueriesContext(connection) as asked:
        assert [str(found.pk) for found in transcript.values()] == ids == [*transcript]
    assert len(asked) == 1
