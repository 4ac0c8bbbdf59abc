"""A file is looked at first, kept only when confirmed, and can be taken back as a whole."""

from __future__ import annotations

import pytest

from recert.actions.add_activity import add_activity
from recert.actions.confirm_import import TooManyRows, confirm_import
from recert.actions.drop_import import drop_import
from recert.actions.preview_import import preview_import
from recert.actions.repair_import import RepairRefused, repair_import
from recert.actions.start_import import start_import
from recert.actions.undo_import import imported_by, undo_import
from recert.records.models import Activity, ImportDraft
from recert.records.people import Person
from tests.actions.archives import brought, changed, exported

FILE = b"""earned_on,title,provider,quantity,unit
2025-01-02,Order of draw,Relias,1.5,contact_hour
2025-02-03,Two days,Relias,2,ceu
next week,Broken,Relias,1,cme
"""


@pytest.fixture
def draft(dana: Person) -> ImportDraft:
    return start_import(dana, name="log.csv", content=FILE)


def fates(dana: Person, draft: ImportDraft) -> list[str]:
    return [row.fate for row in preview_import(dana, draft_id=draft.pk).rows]


def test_looking_at_a_file_keeps_nothing(dana: Person, draft: ImportDraft) -> None:
    assert fates(dana, draft) == ["ready", "question", "incomplete"]
    assert not Activity.objects.exists()


def test_confirming_adds_what_was_not_refused_and_lets_the_file_go(dana: Person, draft: ImportDraft) -> None:
    assert confirm_import(dana, draft_id=draft.pk) == 2
    kept = Activity.objects.get(title="Order of draw")
    assert (str(kept.quantity), kept.unit, kept.source) == ("1.5", "contact_hour", "imported")
    with pytest.raises(ImportDraft.DoesNotExist):
        confirm_import(dana, draft_id=draft.pk)


def test_a_row_that_is_on_the_transcript_already_stays_out_unless_asked_for(dana: Person, draft: ImportDraft) -> None:
    there = {"earned_on": "2025-01-02", "title": "ORDER of draw", "provider": "relias", "quantity": "1", "unit": "cme"}
    add_activity(dana, fields=there)
    assert fates(dana, draft)[0] == "repeats"
    assert preview_import(dana, draft_id=draft.pk).rows[0].repeats is not None
    again = start_import(dana, name="log.csv", content=FILE)
    assert confirm_import(dana, draft_id=draft.pk) == 1
    assert confirm_import(dana, draft_id=again.pk, with_repeats=True) == 2


THERE = {"earned_on": "2025-01-02", "title": "Order of draw", "provider": "Relias", "quantity": "1", "unit": "cme"}


@pytest.mark.parametrize(
    ("there", "row", "fate"),
    [
        ({}, "2025-01-02,Order  of draw,,2,cme", "repeats"),
        ({"provider": ""}, "2025-01-02,ORDER OF DRAW,Relias,2,cme", "repeats"),
        ({"provider": ""}, "2025-01-02,Order of draw,,1.0,cme", "repeats"),
        ({"provider": ""}, "2025-01-02,Order of draw,,2,cme", "ready"),
        ({"provider": "", "title": ""}, "2025-01-02,,,1,cme", "repeats"),
        ({"provider": "", "title": ""}, "2025-01-02,,,2,cme", "ready"),
        ({}, "2025-01-02,,,1,cme", "ready"),
        ({}, "2025-01-02,Order of draw,Pearson,1,cme", "ready"),
        ({}, "2025-01-03,Order of draw,,1,cme", "ready"),
    ],
)
def test_a_row_may_be_what_is_there_where_one_of_the_two_names_no_provider(
    dana: Person, there: dict[str, str], row: str, fate: str
) -> None:
    add_activity(dana, fields=THERE | there)
    content = f"earned_on,title,provider,quantity,unit\n{row}\n".encode()
    assert fates(dana, start_import(dana, name="log.csv", content=content)) == [fate]


def test_a_corrected_file_without_providers_adds_only_what_was_left_out(dana: Person) -> None:
    rows = b"Date,Title,Hours\n2025-01-02,Order of draw,1\n2025-01-02,Wounds,1\nsoon,Coding,2\n"
    assert confirm_import(dana, draft_id=start_import(dana, name="log.csv", content=rows).pk) == 2
    again = start_import(dana, name="log.csv", content=rows.replace(b"soon", b"2025-01-04"))
    assert fates(dana, again) == ["repeats", "repeats", "ready"]
    assert confirm_import(dana, draft_id=again.pk) == 1


def test_the_columns_can_be_read_as_other_fields(dana: Person) -> None:
    draft = start_import(dana, name="log.csv", content=b"when,what,much\n2025-01-02,Coding,2\n")
    mapping = {"when": "earned_on", "what": "title", "much": "quantity"}
    (row,) = preview_import(dana, draft_id=draft.pk, mapping=mapping).rows
    assert row.row.cells["what"] == "Coding"


SAID = {"earned_on": "2025-03-04", "quantity": "1", "unit": "cme"}


def test_what_a_row_lacks_is_said_and_taken_back(dana: Person, draft: ImportDraft) -> None:
    repair_import(dana, draft_id=draft.pk, rows={4: SAID})
    assert fates(dana, draft) == ["ready", "question", "ready"]
    repair_import(dana, draft_id=draft.pk, rows={4: None})
    assert fates(dana, draft) == ["ready", "question", "incomplete"]


def test_what_was_said_of_a_row_is_kept_with_the_rest(dana: Person, draft: ImportDraft) -> None:
    repair_import(dana, draft_id=draft.pk, rows={4: SAID})
    assert confirm_import(dana, draft_id=draft.pk) == 3
    assert Activity.objects.get(title="Broken").earned_on.isoformat() == "2025-03-04"


def test_one_row_that_cannot_be_refuses_all(dana: Person, draft: ImportDraft) -> None:
    with pytest.raises(RepairRefused, match="found next week") as refused:
        repair_import(dana, draft_id=draft.pk, rows={3: SAID, 4: {**SAID, "earned_on": "next week"}})
    assert (refused.value.row, refused.value.field) == (4, "earned_on")
    assert ImportDraft.objects.get(pk=draft.pk).repairs == {}


def test_what_was_said_of_a_row_goes_along_to_another_installation(
    dana: Person, luz: Person, draft: ImportDraft
) -> None:
    repair_import(dana, draft_id=draft.pk, rows={4: SAID})
    brought(luz, exported(dana), is_mine=True)
    assert fates(luz, luz.import_drafts.get()) == ["ready", "question", "ready"]


@pytest.mark.parametrize("said", [[], "2", {"2": []}, {"two": SAID}, {"4": {"earned_on": ["x"]}}])
def test_an_edited_export_says_nothing_that_could_stop_the_preview(
    dana: Person, luz: Person, draft: ImportDraft, said: object
) -> None:
    brought(luz, changed(exported(dana), "imports", lambda rows: rows[0].update(repairs=said)), is_mine=True)
    assert fates(luz, luz.import_drafts.get()) == ["ready", "question", "incomplete"]


def test_an_export_from_before_there_were_repairs_comes_back(dana: Person, luz: Person, draft: ImportDraft) -> None:
    brought(luz, changed(exported(dana), "imports", lambda rows: rows[0].pop("repairs")), is_mine=True)
    assert luz.import_drafts.get().repairs == {}


def test_undoing_takes_off_exactly_what_the_import_added(dana: Person, draft: ImportDraft) -> None:
    add_activity(dana, fields={"earned_on": "2025-05-05", "quantity": "1", "unit": "cme"})
    confirm_import(dana, draft_id=draft.pk)
    assert undo_import(dana, draft_id=draft.pk) == 2
    assert Activity.objects.filter(trashed_at=None).count() == 1
    assert undo_import(dana, draft_id=draft.pk) == 0
    assert len(imported_by(dana, draft_id=draft.pk)) == 2


def test_a_title_too_long_to_keep_is_refused_for_its_row_alone(dana: Person) -> None:
    content = f"earned_on,title,quantity,unit\n2025-01-02,{'x' * 400},1,cme\n2025-01-03,Short,1,cme\n".encode()
    draft = start_import(dana, name="log.csv", content=content)
    first, second = preview_import(dana, draft_id=draft.pk).rows
    assert (first.fate, second.fate) == ("refused", "ready")
    assert "400 characters; at most 300 fit" in first.refusal


def test_more_rows_than_anyone_could_have_done_are_refused_whole(dana: Person) -> None:
    rows = "".join(f"2025-01-02,Course {n},1,cme\n" for n in range(1001))
    draft = start_import(dana, name="log.csv", content=f"earned_on,title,quantity,unit\n{rows}".encode())
    with pytest.raises(TooManyRows, match="1001 activities; at most 1000"):
        confirm_import(dana, draft_id=draft.pk)
    assert not Activity.objects.exists()


@pytest.mark.parametrize("verb", [preview_import, confirm_import, drop_import, undo_import])
def test_somebody_elses_file_does_not_exist(evan: Person, dana: Person, draft: ImportDraft, verb: object) -> None:
    with pytest.raises((ImportDraft.DoesNotExist, Activity.DoesNotExist)):
        verb(evan, draft_id=draft.pk)  # type: ignore[operator]
