"""A paper is kept before it is read, becomes points only when confirmed, and proves what it was attached to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from recert.actions import keep_certificate as keeping
from recert.actions.add_activity import add_activity
from recert.actions.attach_certificate import attach_certificate
from recert.actions.attach_draft import attach_draft
from recert.actions.confirm_draft import confirm_draft
from recert.actions.confirm_sure_drafts import confirm_sure_drafts
from recert.actions.find_repeats import find_repeats
from recert.actions.hold_credential import hold_credential
from recert.actions.keep_certificate import NoRoomForPaper, PaperRefused, PaperTooLarge, keep_certificate
from recert.actions.read_fields import FieldRefused
from recert.actions.read_values import is_sure, stated
from recert.actions.reopen_draft import reopen_draft
from recert.actions.restore_certificate import restore_certificate
from recert.actions.set_aside_draft import set_aside_draft
from recert.actions.trash_certificate import trash_certificate
from recert.actions.weigh_draft import weigh_draft
from recert.actions.whose_paper import other_name
from recert.records.models import Activity, AuditEntry, Certificate, Draft, Person, StoredFile
from recert.records.vault import Vault
from recert.records.versions import StaleEdit
from tests.papers import SURE_FIELDS, hand_in, pdf, sure, was_read

pytestmark = pytest.mark.usefixtures("vault_folder")
TODAY = date(2026, 11, 22)


def test_what_is_acknowledged_is_in_the_vault(dana: Person, vault_folder: Path) -> None:
    paper = hand_in(dana)
    assert Vault(vault_folder / "files").path_of(paper.file.digest).read_bytes() == pdf()
    assert (paper.state, paper.file.media_type, paper.name) == ("waiting", "application/pdf", "paper.pdf")


def test_keeping_is_written_down(dana: Person) -> None:
    hand_in(dana)
    entry = AuditEntry.objects.latest("id")
    assert (entry.verb, entry.noun, entry.after["name"]) == ("keep", "certificate", "paper.pdf")


def test_a_repeated_send_stores_once(dana: Person) -> None:
    assert hand_in(dana, key="one").pk == hand_in(dana, key="one").pk
    assert (Certificate.objects.count(), StoredFile.objects.count()) == (1, 1)


def test_somebody_elses_key_is_another_request(dana: Person, luz: Person) -> None:
    assert hand_in(dana, key="one").pk != hand_in(luz, key="one").pk
    assert (Certificate.objects.count(), StoredFile.objects.count()) == (2, 1)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\scans\\a.pdf", "a.pdf"), ("a\x00b\n.pdf", "ab.pdf"), ("", "certificate")],
)
def test_a_name_is_only_a_name(dana: Person, name: str, kept: str) -> None:
    assert hand_in(dana, name=name).name == kept


def test_an_empty_file_is_refused_in_a_sentence(dana: Person) -> None:
    with pytest.raises(PaperRefused, match="This file is empty"):
        keep_certificate(dana, name="a.pdf", content=[])


def test_a_file_that_is_too_large_is_refused_in_a_sentence(dana: Person) -> None:
    with pytest.raises(PaperTooLarge, match="larger than 25 MB"):
        keep_certificate(dana, name="a.pdf", content=(b"x" * 2**20 for _ in range(26)))
    assert not StoredFile.objects.exists()


def test_one_person_cannot_fill_the_disk(dana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_BYTES_OF_A_PERSON", len(pdf()) + 10)
    hand_in(dana)
    with pytest.raises(PaperTooLarge, match="papers here already"):
        hand_in(dana, pdf(("Another",)))


def test_a_full_disk_is_a_sentence_and_not_a_lost_file(dana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Vault, "keep", full)
    with pytest.raises(NoRoomForPaper, match="no room on this server"):
        hand_in(dana)


def test_nothing_read_counts_before_it_is_confirmed(dana: Person) -> None:
    draft = was_read(hand_in(dana))
    assert not Activity.objects.exists()
    activity = confirm_draft(dana, draft_id=draft.pk, version=1, fields=stated(draft))
    assert (activity.title, str(activity.quantity), activity.unit) == (
        "Prior authorization step by step", "2", "contact_hour",
    )  # fmt: skip
    assert Activity.objects.get().source == "paper"


def test_a_confirmed_paper_is_the_activitys_proof(dana: Person) -> None:
    draft = was_read(hand_in(dana))
    activity = confirm_draft(dana, draft_id=draft.pk, version=1, fields=stated(draft))
    assert activity.proofs.get() == draft
    assert activity.certificate == f"{draft.certificate.file.digest[:16]}/1"


def test_what_was_read_and_what_was_confirmed_are_both_written_down(dana: Person) -> None:
    draft = was_read(hand_in(dana))
    confirm_draft(dana, draft_id=draft.pk, version=1, fields={**stated(draft), "quantity": "3"})
    entry = AuditEntry.objects.get(noun="draft")
    assert (entry.actor, entry.before["quantity"], entry.after["quantity"]) == (dana, "2", "3")


def test_confirming_twice_is_confirming_once(dana: Person) -> None:
    draft = was_read(hand_in(dana))
    made = {confirm_draft(dana, draft_id=draft.pk, version=1, fields=stated(draft)).pk for _ in range(2)}
    assert len(made) == Activity.objects.count() == 1


def test_a_value_that_cannot_be_kept_is_refused_and_the_draft_stays(dana: Person) -> None:
    draft = was_read(hand_in(dana))
    with pytest.raises(FieldRefused):
        confirm_draft(dana, draft_id=draft.pk, version=1, fields={**stated(draft), "earned_on": "soon"})
    assert Draft.objects.get().outcome == ""


def test_two_tabs_cannot_settle_one_draft_differently(dana: Person) -> None:
    draft = was_read(hand_in(dana))
    set_aside_draft(dana, draft_id=draft.pk, version=1)
    with pytest.raises(StaleEdit):
        confirm_draft(dana, draft_id=draft.pk, version=1, fields=stated(draft))
    assert not Activity.objects.exists()


def test_a_draft_can_be_taken_up_again_and_its_activity_stays(dana: Person) -> None:
    draft = was_read(hand_in(dana))
    confirm_draft(dana, draft_id=draft.pk, version=1, fields=stated(draft))
    opened = reopen_draft(dana, draft_id=draft.pk, version=2)
    assert (opened.outcome, opened.activity, Activity.objects.get().certificate) == ("", None, "")


def test_a_paper_proves_an_activity_that_was_typed_earlier(dana: Person) -> None:
    typed = add_activity(dana, fields={"earned_on": "2025-06-11", "quantity": "2", "unit": "cme", "title": "Typed"})
    draft = was_read(hand_in(dana))
    attach_draft(dana, draft_id=draft.pk, version=1, activity_id=typed.pk)
    again = Activity.objects.get()
    assert (again.title, again.proofs.get().pk) == ("Typed", draft.pk)


def test_attaching_leaves_what_the_person_wrote_about_their_folder(dana: Person) -> None:
    stated_there = {"earned_on": "2025-06-11", "quantity": "2", "unit": "cme", "certificate": "blue folder"}
    typed = add_activity(dana, fields=stated_there)
    attach_certificate(dana, certificate_id=hand_in(dana).pk, activity_id=typed.pk)
    assert Activity.objects.get().certificate == "blue folder"
    assert typed.proofs.count() == 1


def test_attaching_twice_is_attaching_once(dana: Person) -> None:
    typed = add_activity(dana, fields={"earned_on": "2025-06-11", "quantity": "2", "unit": "cme"})
    paper = hand_in(dana)
    for _ in range(2):
        attach_certificate(dana, certificate_id=paper.pk, activity_id=typed.pk, pages=(1, 2))
    assert typed.proofs.get().last_page == 2


def test_every_sure_draft_of_a_paper_is_confirmed_at_once_and_no_other(dana: Person) -> None:
    doubtful = {**SURE_FIELDS, "title": sure("Doubtful"), "quantity": sure("15", 0.5)}
    fields = [SURE_FIELDS, doubtful, {**SURE_FIELDS, "title": sure("Second"), "earned_on": sure("2025-07-01")}]
    was_read(paper := hand_in(dana), *({"fields": each} for each in fields))
    made = confirm_sure_drafts(dana, certificate_id=paper.pk)
    assert [activity.title for activity in made] == ["Prior authorization step by step", "Second"]


def test_what_repeats_an_activity_is_never_accepted_unseen(dana: Person) -> None:
    add_activity(dana, fields={**{name: each["value"] for name, each in SURE_FIELDS.items()}})
    was_read(paper := hand_in(dana))
    assert confirm_sure_drafts(dana, certificate_id=paper.pk) == []


@pytest.mark.parametrize(
    ("there", "likely"),
    [
        ({"title": "PRIOR AUTHORIZATION, STEP-BY-STEP", "earned_on": "2025-06-11"}, [True]),
        ({"title": "Prior authorization step by step", "earned_on": "2024-06-11"}, [False]),
        ({"title": "Something else", "provider": "Riverside Learning", "earned_on": "2025-06-11"}, [False]),
        ({"title": "Something else", "approval_number": "A-1", "earned_on": "2025-06-11"}, [True]),
        ({"title": "Something else", "earned_on": "2025-06-11"}, []),
    ],
)
def test_likely_repeats_are_found(dana: Person, there: dict[str, str], likely: list[bool]) -> None:
    add_activity(dana, fields={"quantity": "2", "unit": "cme", **there})
    draft = was_read(hand_in(dana), approval_number=sure("A-1"))
    assert [repeat.likely for repeat in find_repeats(dana, draft)] == likely


def test_the_same_file_again_is_known_by_its_bytes(dana: Person) -> None:
    first = was_read(hand_in(dana))
    confirm_draft(dana, draft_id=first.pk, version=1, fields={**stated(first), "title": "Corrected"})
    again = was_read(hand_in(dana, name="copy.pdf"))
    assert [(one.wording[:13], one.likely) for one in find_repeats(dana, again)] == [("The same file", True)]


@pytest.mark.parametrize(
    ("changed", "is_it"),
    [
        ({}, True),
        ({"quantity": sure("2", 0.79)}, False),
        ({"earned_on": sure("2025-06")}, False),
        ({"provider": sure("Riverside", 0.4)}, False),
        ({"holder": sure("Dana", 0.4)}, True),
        ({"unit": sure("bananas")}, False),
        ({"earned_on": sure("2028-06-11")}, False),
    ],
)
def test_a_draft_is_sure_when_everything_that_counts_is(dana: Person, changed: dict[str, object], is_it: bool) -> None:
    assert is_sure(was_read(hand_in(dana), **changed)) is is_it


def test_a_card_is_one_card(dana: Person) -> None:
    fields = {"title": sure("BLS Provider"), "earned_on": sure("2025-06-11")}
    draft = was_read(hand_in(dana), {"kind": "cpr_card", "fields": fields})
    assert is_sure(draft)
    activity = confirm_draft(dana, draft_id=draft.pk, version=1, fields=stated(draft))
    assert (activity.kind, str(activity.quantity), activity.unit) == ("cpr_card", "1", "card")


def test_what_the_certifier_will_want_and_the_paper_lacks_is_named(dana: Person) -> None:
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    draft = was_read(hand_in(dana))
    lacking = [lack.text for lack in weigh_draft(dana, draft_id=draft.pk, today=TODAY).lacking]
    assert lacking == ["Course description", "Your name on the paper"]


def test_a_name_that_is_on_the_paper_is_not_asked_for(dana: Person) -> None:
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    draft = was_read(hand_in(dana))
    Draft.objects.update(text="This certifies that DANA has completed")
    assert [lack.text for lack in weigh_draft(dana, draft_id=draft.pk, today=TODAY).lacking] == ["Course description"]


def test_an_area_is_suggested_with_the_outlines_own_words(dana: Person) -> None:
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    draft = was_read(hand_in(dana), title=sure("Phlebotomy: the order of draw"))
    found = weigh_draft(dana, draft_id=draft.pk, today=TODAY).suggestions
    assert [(one.category, bool(one.lines[0].says)) for one in found] == [("clinical", True)]


def test_the_trash_takes_the_proof_away_and_gives_it_back(dana: Person) -> None:
    draft = was_read(paper := hand_in(dana))
    confirm_draft(dana, draft_id=draft.pk, version=1, fields=stated(draft))
    trash_certificate(dana, certificate_id=paper.pk)
    assert Activity.objects.get().certificate == ""
    restore_certificate(dana, certificate_id=paper.pk)
    assert Activity.objects.get().certificate


def test_what_is_not_mine_does_not_exist_for_me(dana: Person, evan: Person) -> None:
    draft = was_read(paper := hand_in(dana))
    tries = [
        lambda: confirm_draft(evan, draft_id=draft.pk, version=1, fields=stated(draft)),
        lambda: set_aside_draft(evan, draft_id=draft.pk, version=1),
        lambda: reopen_draft(evan, draft_id=draft.pk, version=1),
        lambda: trash_certificate(evan, certificate_id=paper.pk),
        lambda: weigh_draft(evan, draft_id=draft.pk, today=TODAY),
        lambda: confirm_sure_drafts(evan, certificate_id=paper.pk),
    ]
    for attempt in tries:
        with pytest.raises((Certificate.DoesNotExist, Draft.DoesNotExist)):
            attempt()
    assert Draft.objects.get().outcome == ""


@pytest.mark.parametrize(
    ("person", "paper", "other"),
    [
        ("Dana Whitfield", "Dana Okafor", ""),
        ("Dana Whitfield", "WHITFIELD, D.", ""),
        ("Dana", "Dána Whitfield", ""),
        ("Dana Whitfield", "Luz Okafor", "Luz Okafor"),
        ("D. Whitfield", "D. Okafor", "D. Okafor"),
        ("", "Luz Okafor", ""),
        ("Dana Whitfield", "", ""),
    ],
)
def test_a_paper_in_another_name_is_told_by_having_no_part_in_common(
    dana: Person, person: str, paper: str, other: str
) -> None:
    dana.name = person
    assert other_name(dana, was_read(hand_in(dana), holder=sure(paper))) == other


def test_a_name_that_may_be_misread_accuses_nobody(dana: Person) -> None:
    assert other_name(dana, was_read(hand_in(dana), holder=sure("Luz Okafor", 0.5))) == ""


def test_a_paper_in_another_name_is_not_accepted_with_the_sure_ones(dana: Person) -> None:
    draft = was_read(hand_in(dana), holder=sure("Luz Okafor"))
    assert confirm_sure_drafts(dana, certificate_id=draft.certificate_id) == []
