"""Adding an activity copies the certificate, stops the CEU mistake, and saves once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from recert.records.models import Activity, Person
from tests.web.transcripts import hold_ccma, hold_cma

pytestmark = pytest.mark.django_db

PAPER = {
    "title": "Wound care", "provider": "State society", "earned_on": "2025-06-11", "kind": "course",
    "quantity": "4", "unit": "aama_ceu", "relevant": "", "category": "clinical", "request_key": "one",
}  # fmt: skip


@pytest.fixture
def add(client: Client, dana: Person):
    hold_cma(dana)
    client.force_login(dana)

    def add(**changed: Any):
        return client.post("/activities/add/", {**PAPER, **changed}, follow=True)

    return add


def test_what_was_copied_is_kept_as_it_stands(add) -> None:
    add(approved_by=["aama", "ancc"], minutes="200", note="blue folder")
    row = Activity.objects.get()
    assert (str(row.quantity), row.unit, row.category, row.approved_by) == ("4", "aama_ceu", "clinical", "aama;ancc")
    assert (row.minutes, row.relevant, row.note) == (200, None, "blue folder")


def test_saving_says_what_it_counts_for(add) -> None:
    assert "CMA (AAMA): counts 4" in add().content.decode()


def test_pressing_save_twice_saves_once(add) -> None:
    add()
    add()
    assert Activity.objects.count() == 1


def test_going_back_and_adding_another_from_the_same_form_saves_both(add) -> None:
    add(title="Wound care")
    add(title="ECG basics")
    assert sorted(Activity.objects.values_list("title", flat=True)) == ["ECG basics", "Wound care"]


def test_a_bare_ceu_is_a_question_before_it_is_a_number(add) -> None:
    response = add(unit="ceu")
    assert response.status_code == 422
    assert "can mean one hour (AAMA) or ten hours (IACET)" in response.content.decode()
    assert not Activity.objects.exists()


def test_who_insists_may_keep_a_bare_ceu(add) -> None:
    assert add(unit="ceu", sure="on").status_code == 200
    assert Activity.objects.get().unit == "ceu"


@pytest.mark.parametrize("answer", [{"minutes": "50"}, {"approved_by": ["aama"]}])
def test_minutes_or_an_approver_answer_the_question(add, answer: dict[str, Any]) -> None:
    assert add(unit="ceu", **answer).status_code == 200


def test_twelve_iacet_ceus_are_asked_about_because_that_is_120_hours(add) -> None:
    assert "120 hours" in add(unit="iacet_ceu", quantity="12").content.decode()


def test_a_length_that_is_ten_times_off_is_asked_about(add) -> None:
    assert "Which is right?" in add(quantity="10", minutes="50").content.decode()


def test_an_activity_may_be_split_over_categories(add) -> None:
    add(category="split", part_clinical="1.5", part_administrative="2.5")
    assert Activity.objects.get().category == "administrative=2.5;clinical=1.5"


def test_parts_that_do_not_add_up_are_refused_with_both_sums(add) -> None:
    page = add(category="split", part_clinical="1", part_general="1").content.decode()
    assert "The parts add up to 2, but the certificate says 4." in page


def test_an_activity_may_fit_several_categories(add) -> None:
    add(category="either", either=["clinical", "general"])
    assert Activity.objects.get().category == "clinical|general"


def test_either_of_one_is_no_choice(add) -> None:
    assert "Choose at least two" in add(category="either", either=["clinical"]).content.decode()


def test_a_credential_without_categories_asks_for_none(client: Client, luz: Person) -> None:
    hold_ccma(luz)
    client.force_login(luz)
    assert 'name="category"' not in client.get("/activities/add/").content.decode()


def test_several_in_a_row_keep_the_form_open(add) -> None:
    assert add(another="yes").redirect_chain[-1][0] == "/activities/add/"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"earned_on": "soon"}, "Enter a valid date"),
        ({"quantity": "many"}, "Enter a number"),
        ({"title": ""}, "required"),
    ],
)
def test_bad_input_is_a_sentence_at_its_field(add, changed: dict[str, str], said: str) -> None:
    response = add(**changed)
    assert response.status_code == 422
    assert said in response.content.decode()
