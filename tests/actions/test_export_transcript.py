"""The holder can take everything along."""

from __future__ import annotations

import json

from recert.actions.export_transcript import export_transcript
from recert.actions.trash_activity import trash_activity
from recert.capture.transcripts import read_transcript
from recert.records.models import Holding, Person
from recert.records.snapshots import transcript_of
from tests.actions.conftest import Finish


def test_what_is_taken_along_reads_back_equal(dana: Person, finish: Finish) -> None:
    finish(dana, "3", "clinical=2;general=1", minutes="150", approved_by="aama;ancc", relevant=True)
    finish(dana, "0.0001", "clinical|general", title="Ñandú, “quoted”", relevant=False)
    file = json.dumps(export_transcript(dana)).encode()
    assert read_transcript("transcript.json", file).activities == transcript_of(dana)


def test_it_says_which_credentials_it_is_for(dana: Person, cma: Holding) -> None:
    (held,) = export_transcript(dana)["credentials"]
    assert (held["credential"], held["cycle"]) == ("cma-aama", {"starts": "2022-03-14", "ends": "2027-03-31"})


def test_notes_go_along_and_the_trash_does_not(dana: Person, finish: Finish) -> None:
    finish(dana, note="Ask for the certificate")
    trash_activity(dana, activity_id=finish(dana).pk)
    assert [entry["note"] for entry in export_transcript(dana)["activities"]] == ["Ask for the certificate"]
