"""The holder can leave any day, with everything, in a file that reads back equal."""

from __future__ import annotations

import pytest
from django.test import Client

from recert.capture.transcripts import read_transcript
from recert.records.models import Person
from recert.records.snapshots import transcript_of
from tests.web.transcripts import dana_is_short

pytestmark = pytest.mark.django_db


def test_the_file_reads_back_as_the_same_transcript(client: Client, dana: Person) -> None:
    dana_is_short(dana)
    client.force_login(dana)
    response = client.get("/activities/export/")
    assert "recert-transcript.json" in response.headers["Content-Disposition"]
    assert read_transcript("recert-transcript.json", response.content).activities == transcript_of(dana)


def test_a_stranger_gets_no_file(client: Client) -> None:
    assert client.get("/activities/export/").status_code == 302


def test_the_file_holds_nobody_elses_activities(client: Client, dana: Person, evan: Person) -> None:
    dana_is_short(dana)
    client.force_login(evan)
    assert client.get("/activities/export/").json()["activities"] == []
