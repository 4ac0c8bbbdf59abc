"""One page for what activities leave open: what is clear is chosen beforehand, nothing is saved unseen."""

from __future__ import annotations

import pytest
from django.test import Client

from recert.actions.confirm_sure_drafts import confirm_sure_drafts
from recert.records.models import Activity, Draft, Person
from tests.papers import SURE_FIELDS, hand_in, sure, was_read
from tests.web.transcripts import dana_is_short, finish, hold_cma, luz_has_two

PAGE = "/activities/categories/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(dana: Person, client: Client) -> Client:
    client.force_login(dana)
    return client


def shown(client: Client, page: str = PAGE) -> dict[str, str]:
    """What the page would send back untouched."""
    form = client.get(page).context["form"]
    return {name: str(form[name].value()) for name in form.fields}


def categories() -> dict[str, str]:
    return dict(Activity.objects.values_list("title", "category"))


def test_what_a_title_makes_clear_is_chosen_beforehand_and_saved_with_one_press(
    signed_in: Client, dana: Person
) -> None:
    hold_cma(dana)
    finish(dana, "Phlebotomy: the order of draw", "3")
    finish(dana, "Basket weaving", "2")
    finish(dana, "Medical law", "4", category="general")
    answer = signed_in.post(PAGE, shown(signed_in), follow=True)
    assert categories() == {"Phlebotomy: the order of draw": "clinical", "Basket weaving": "", "Medical law": "general"}
    said = answer.content.decode()
    assert "Your answers for 1 activity are saved." in said
    assert "CMA (AAMA): Still missing:" in said


def test_a_title_that_speaks_of_two_is_left_to_the_person(signed_in: Client, dana: Person) -> None:
    hold_cma(dana)
    row = finish(dana, "Scheduling and phlebotomy", "3")
    assert shown(signed_in)[f"category-{row.pk}"] == "later"
    assert signed_in.get(PAGE).content.decode().count("We suggest") == 2


@pytest.mark.usefixtures("vault_folder")
def test_the_paper_speaks_where_the_title_does_not(signed_in: Client, dana: Person) -> None:
    hold_cma(dana)
    draft = was_read(paper := hand_in(dana), {"fields": {**SURE_FIELDS, "title": sure("Module 7")}})
    Draft.objects.update(text="Module 7. Phlebotomy and the order of draw.")
    confirm_sure_drafts(dana, certificate_id=paper.pk)
    draft.refresh_from_db()
    assert shown(signed_in)[f"category-{draft.activity_id}"] == "clinical"


def test_the_last_one_sorted_leads_back_to_the_standing(signed_in: Client, dana: Person) -> None:
    hold_cma(dana)
    row = finish(dana, "Basket weaving", "2")
    answer = signed_in.post(PAGE, shown(signed_in) | {f"category-{row.pk}": "general"})
    assert answer["Location"] == "/"
    assert "Nothing to sort" in signed_in.get(PAGE).content.decode()


def test_an_activity_changed_meanwhile_is_left_as_it_is_and_the_others_saved(signed_in: Client, dana: Person) -> None:
    hold_cma(dana)
    changed, other = finish(dana, "Phlebotomy", "3"), finish(dana, "Spirometry", "2")
    sent = shown(signed_in)
    Activity.objects.filter(pk=changed.pk).update(version=2, category="general")
    said = signed_in.post(PAGE, sent, follow=True).content.decode()
    assert categories() == {"Phlebotomy": "general", "Spirometry": "clinical"}
    assert "1 activity was changed somewhere else meanwhile, and was left as it is." in said
    assert other.title in categories()


def test_one_that_went_to_the_trash_meanwhile_stays_there(signed_in: Client, dana: Person) -> None:
    hold_cma(dana)
    row = finish(dana, "Phlebotomy", "3")
    sent = shown(signed_in)
    signed_in.post(f"/activities/{row.pk}/trash/", {"version": 1})
    signed_in.post(PAGE, sent)
    row.refresh_from_db()
    assert (row.category, row.trashed_at is None) == ("", False)


def test_nobody_sorts_what_is_not_theirs(signed_in: Client, evan: Person) -> None:
    row = finish(evan, "Phlebotomy", "3")
    answer = signed_in.post(PAGE, {f"category-{row.pk}": "clinical", f"version-{row.pk}": "1"})
    assert answer.status_code == 404
    assert categories() == {"Phlebotomy": ""}


@pytest.mark.parametrize("answer", ["astrology", ""])
def test_a_category_that_nobody_asks_for_is_refused_beside_its_activity(
    signed_in: Client, dana: Person, answer: str
) -> None:
    hold_cma(dana)
    row = finish(dana, "Phlebotomy", "3")
    page = signed_in.post(PAGE, {f"category-{row.pk}": answer, f"version-{row.pk}": "1"})
    assert page.status_code == 422
    assert categories() == {"Phlebotomy": ""}


def test_nothing_chosen_changes_nothing_and_says_so(signed_in: Client, dana: Person) -> None:
    hold_cma(dana)
    finish(dana, "Basket weaving", "2")
    assert "You answered nothing" in signed_in.post(PAGE, shown(signed_in), follow=True).content.decode()
    assert Activity.objects.get().version == 1


def test_many_come_page_by_page(signed_in: Client, dana: Person) -> None:
    hold_cma(dana)
    for number in range(23):
        finish(dana, f"Phlebotomy {number}", "1")
    assert (len(shown(signed_in)) // 2, len(shown(signed_in, f"{PAGE}?page=2")) // 2) == (20, 3)
    signed_in.post(PAGE, shown(signed_in))
    assert sum(not category for category in categories().values()) == 3


def test_a_holder_whose_certifier_asks_for_no_category_is_asked_for_none(luz: Person, client: Client) -> None:
    luz_has_two(luz)
    client.force_login(luz)
    assert client.get(PAGE).context["without_category"] == 0


def test_whether_outside_credit_is_about_medical_assisting_is_answered_for_many_at_once(
    signed_in: Client, dana: Person
) -> None:
    hold_cma(dana)
    nursing = finish(dana, "Wound dressings", "3", "contact_hour", category="clinical")
    weaving = finish(dana, "Basket weaving", "2", "contact_hour", category="general")
    unknown = finish(dana, "Module 7", "2", "contact_hour", category="general")
    home = signed_in.get("/").content.decode()
    assert f'<a href="{PAGE}">3 activities do not say whether they are about medical assisting.</a>' in home
    untouched = shown(signed_in)
    assert untouched[f"relevant-{nursing.pk}"] == "later"
    said = {f"relevant-{nursing.pk}": "yes", f"relevant-{weaving.pk}": "no"}
    answer = signed_in.post(PAGE, untouched | said, follow=True).content.decode()
    answers = dict(Activity.objects.values_list("title", "relevant"))
    assert answers == {"Wound dressings": True, "Basket weaving": False, unknown.title: None}
    assert "Your answers for 2 activities are saved." in answer


def test_category_and_subject_of_one_activity_stand_together(signed_in: Client, dana: Person) -> None:
    hold_cma(dana)
    row = finish(dana, "Phlebotomy: the order of draw", "3", "contact_hour")
    sent = shown(signed_in)
    assert (sent[f"category-{row.pk}"], sent[f"relevant-{row.pk}"]) == ("clinical", "later")
    signed_in.post(PAGE, sent | {f"relevant-{row.pk}": "yes"})
    row.refresh_from_db()
    assert (row.category, row.relevant, row.version) == ("clinical", True, 2)


def test_the_home_page_leads_there_while_a_category_is_short(signed_in: Client, dana: Person) -> None:
    dana_is_short(dana)
    Activity.objects.filter(title="Telehealth basics").delete()
    assert PAGE not in signed_in.get("/").content.decode()
    finish(dana, "Billing basics", "6")
    home = signed_in.get("/").content.decode()
    assert "1 activity names no category. Choose one: it may fill what is missing." in home
    assert f'href="{PAGE}"' in home
