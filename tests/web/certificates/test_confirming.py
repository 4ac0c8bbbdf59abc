"""What was read stands beside the paper: doubtful first, one press for the rest, and what it did afterwards."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import pytest
from django.test import Client

from recert.capture.certificates.questions import asked
from recert.capture.certificates.reading import Field
from recert.records.models import Activity, Certificate, Draft, Person
from tests.papers import SURE_FIELDS, hand_in, sure, was_read
from tests.web.transcripts import dana_is_short, finish, hold_cma

pytestmark = pytest.mark.usefixtures("vault_folder")


@pytest.fixture
def holder(client: Client, dana: Person) -> Client:
    hold_cma(dana)
    client.force_login(dana)
    return client


def sent(client: Client, draft: Draft, **changed: Any) -> dict[str, Any]:
    """What the page would send if its button were pressed at once."""
    form = client.get(f"/certificates/read/{draft.pk}/").context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {**{name: value for name, value in values.items() if value not in (None, "", False)}, **changed}


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_one_press_turns_a_sure_paper_into_points(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana))
    page = holder.post(f"/certificates/read/{draft.pk}/", sent(holder, draft), follow=True)
    assert page.redirect_chain[-1][0] == f"/certificates/read/{draft.pk}/done/"
    assert "with its document attached" in words(page)
    assert Activity.objects.get().title == "Prior authorization step by step"


def test_afterwards_it_says_what_it_did_and_what_is_still_missing(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana))
    told = words(
        holder.post(f"/certificates/read/{draft.pk}/", sent(holder, draft, category="administrative"), follow=True)
    )
    assert "counts 2" in told
    assert "2 administrative" in told
    assert "8 administrative" in told


def test_the_next_paper_in_line_is_one_press_away(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana))
    other = was_read(hand_in(dana, b"%PDF other"))
    page = holder.post(f"/certificates/read/{draft.pk}/", sent(holder, draft), follow=True)
    assert f'href="/certificates/{other.certificate_id}/"' in page.content.decode()


def test_a_doubtful_amount_is_asked_first_and_never_filled_in(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana), quantity=sure("15", 0.5))
    page = holder.get(f"/certificates/read/{draft.pk}/")
    assert [bound.name for bound in page.context["asked"]] == ["quantity"]
    assert "It may say “15”." in page.content.decode()
    assert not page.context["form"]["quantity"].value()
    assert holder.post(f"/certificates/read/{draft.pk}/", sent(holder, draft)).status_code == 422
    assert not Activity.objects.exists()


def test_what_may_be_there_is_said_in_words(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana), unit=sure("cme", 0.5), earned_on=sure("2025-06-11", 0.5))
    page = words(holder.get(f"/certificates/read/{draft.pk}/"))
    assert "It may say “CME credit”." in page
    assert "It may say “June 11, 2025”." in page


def test_a_doubtful_place_is_framed_on_the_page(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana), quantity=sure("15", 0.5))
    page = holder.get(f"/certificates/read/{draft.pk}/").content.decode()
    assert re.search(r'<rect class="doubt"\s+x="9\.4', page)


def test_a_photo_that_was_straightened_to_be_read_gets_no_frames(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana, b"\xff\xd8\xff photo"), quantity=sure("15", 0.5))
    assert [picture.frames for picture in holder.get(f"/certificates/read/{draft.pk}/").context["pages"]] == [()]


def test_a_frame_is_drawn_in_spanish_too(client: Client, luz: Person) -> None:
    client.force_login(luz)
    draft = was_read(hand_in(luz))
    assert 'x="9.4' in client.get(f"/certificates/read/{draft.pk}/").content.decode()


def test_a_bare_ceu_is_a_question_here_too(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana), unit=sure("ceu"))
    page = holder.post(f"/certificates/read/{draft.pk}/", sent(holder, draft))
    assert page.status_code == 422
    assert "can mean one hour (AAMA) or ten hours (IACET)" in page.content.decode()


def test_a_likely_repeat_is_shown_beside_the_old_one_and_can_be_attached_to_it(holder: Client, dana: Person) -> None:
    old = finish(dana, "Prior authorization step by step", "2", "contact_hour", earned_on="2025-06-11")
    draft = was_read(hand_in(dana))
    assert "You may have this already" in words(holder.get(f"/certificates/read/{draft.pk}/"))
    holder.post(f"/certificates/read/{draft.pk}/attach/", {"version": 1, "activity": old.pk})
    assert Activity.objects.get().proofs.get() == draft


def test_any_activity_without_a_document_can_be_chosen_for_the_paper(holder: Client, dana: Person) -> None:
    typed, proved = finish(dana, "Typed earlier", "3"), finish(dana, "Has its paper", "3", earned_on="2024-01-01")
    holder.post(f"/certificates/{hand_in(dana, b'%PDF other').pk}/attach/", {"activity": proved.pk})
    draft = was_read(hand_in(dana))
    offered = holder.get(f"/certificates/read/{draft.pk}/").context["unproved"]
    assert [activity.title for activity in offered] == ["Typed earlier"]
    holder.post(f"/certificates/read/{draft.pk}/attach/", {"version": 1, "activity": typed.pk})
    assert typed.proofs.get() == draft


def test_a_suggested_area_comes_with_its_reason_and_is_chosen_when_it_is_clear(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana), title=sure("Phlebotomy: the order of draw"))
    page = holder.get(f"/certificates/read/{draft.pk}/")
    assert page.context["form"]["category"].value() == "clinical"
    assert "because the outline of the AAMA lists there" in words(page)


def test_what_the_certifier_will_want_is_said_at_once(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana))
    assert "Course description" in words(holder.get(f"/certificates/read/{draft.pk}/"))


def test_a_private_number_on_the_paper_is_pointed_out(holder: Client, dana: Person) -> None:
    draft = was_read(paper := hand_in(dana))
    said = "This paper seems to show a social security number. Cover it and send a new copy: no certifier needs it."
    Certificate.objects.filter(pk=paper.pk).update(
        warnings=[{"code": "social_security", "wording": said, "values": {}}]
    )
    assert said in words(holder.get(f"/certificates/read/{draft.pk}/"))


def test_a_paper_that_cannot_be_read_is_typed_in_beside_its_original(holder: Client, dana: Person) -> None:
    draft = was_read(paper := hand_in(dana), {"fields": {}})
    trouble = {"wording": "This paper was tried three times and could not be read.", "values": {}}
    Certificate.objects.filter(pk=paper.pk).update(state="unreadable", trouble=trouble)
    page = holder.get(f"/certificates/{paper.pk}/")
    assert "tried three times" in words(page)
    typed = {
        "title": "Typed",
        "earned_on": "2025-06-11",
        "quantity": "2",
        "unit": "cme",
        "kind": "course",
        "version": 1,
    }
    holder.post(f"/certificates/read/{draft.pk}/", typed)
    assert Activity.objects.get().proofs.get() == draft


def test_who_does_not_want_to_wait_types_it_in(holder: Client, dana: Person) -> None:
    paper = hand_in(dana)
    page = holder.post(f"/certificates/{paper.pk}/type-in/", follow=True)
    assert "What does it say?" in words(page)


def test_several_on_one_paper_are_accepted_at_once(holder: Client, dana: Person) -> None:
    second = {**SURE_FIELDS, "title": sure("Second")}
    draft = was_read(paper := hand_in(dana), {"fields": SURE_FIELDS}, {"fields": second})
    assert "Accept all 2 that leave no question" in words(holder.get(f"/certificates/read/{draft.pk}/"))
    page = holder.post(f"/certificates/{paper.pk}/sure/", follow=True)
    assert Activity.objects.count() == 2
    assert "Some name no category" in words(page)
    assert page.content.decode().count('href="/activities/categories/"') == 1


def test_setting_aside_and_looking_again(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana))
    holder.post(f"/certificates/read/{draft.pk}/set-aside/", {"version": 1})
    assert Draft.objects.get().outcome == "set_aside"
    holder.post(f"/certificates/read/{draft.pk}/reopen/", {"version": 2})
    assert Draft.objects.get().outcome == ""


def test_a_second_tab_that_comes_too_late_is_told(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana))
    form = sent(holder, draft)
    holder.post(f"/certificates/read/{draft.pk}/set-aside/", {"version": 1})
    page = holder.post(f"/certificates/read/{draft.pk}/", form, follow=True)
    assert "changed somewhere else meanwhile" in words(page)
    assert not Activity.objects.exists()


def test_the_trash_asks_once_more_and_gives_back(holder: Client, dana: Person) -> None:
    paper = hand_in(dana)
    assert "Move “paper.pdf” to the trash?" in words(holder.get(f"/certificates/{paper.pk}/trash/"))
    holder.post(f"/certificates/{paper.pk}/trash/")
    assert holder.get(f"/certificates/{paper.pk}/").status_code == 404
    assert "Deleted for good on" in words(holder.get("/certificates/trash/"))
    holder.post(f"/certificates/{paper.pk}/restore/")
    assert holder.get(f"/certificates/{paper.pk}/").status_code == 200


@pytest.mark.parametrize("verb", ["", "attach/", "set-aside/", "reopen/"])
def test_somebody_elses_draft_is_not_found(client: Client, dana: Person, evan: Person, verb: str) -> None:
    draft = was_read(hand_in(dana))
    client.force_login(evan)
    mine = finish(evan, "Mine", "1")
    asked = {"version": 1, "activity": mine.pk}
    assert client.post(f"/certificates/read/{draft.pk}/{verb}", asked).status_code == 404
    assert client.get(f"/certificates/read/{draft.pk}/").status_code == 404


def test_a_wallet_of_many_asks_no_more_of_the_database_than_one_of_few(
    holder: Client, dana: Person, django_assert_max_num_queries: Any
) -> None:
    dana_is_short(dana)
    for n in range(20):
        was_read(hand_in(dana, b"%PDF " + str(n).encode()))
    holder.get("/certificates/")
    with django_assert_max_num_queries(5):
        holder.get("/certificates/")
    draft = Draft.objects.latest("id")
    with django_assert_max_num_queries(14):
        holder.get(f"/certificates/read/{draft.pk}/")


def test_a_badge_whose_issuer_signed_it_says_so_here_and_on_the_transcript(holder: Client, dana: Person) -> None:
    paper = hand_in(dana, b'{"type": "VerifiableCredential"}', name="badge.json")
    draft = was_read(paper, {"kind": "badge", "fields": SURE_FIELDS, "issuer_checked": True})
    page = holder.get(f"/certificates/read/{draft.pk}/")
    assert "The issuer signed this badge, and the signature is good." in words(page)
    assert page.context["pages"] == []
    holder.post(f"/certificates/read/{draft.pk}/", sent(holder, draft))
    assert "confirmed by issuer" in words(holder.get("/activities/"))


def test_every_activity_says_how_well_it_is_proved(holder: Client, dana: Person) -> None:
    finish(dana, "Typed", "1")
    draft = was_read(hand_in(dana))
    holder.post(f"/certificates/read/{draft.pk}/", sent(holder, draft))
    page = words(holder.get("/activities/"))
    assert "self-reported" in page
    assert "document attached" in page
    assert "verified" not in page.lower()


def test_a_paper_in_another_name_is_best_set_aside(holder: Client, dana: Person) -> None:
    draft = was_read(hand_in(dana), holder=sure("Luz Okafor"))
    page = holder.get(f"/certificates/read/{draft.pk}/")
    assert "The paper is made out to Luz Okafor. Add it only if that is you." in words(page)
    assert page.content.decode().index("set-aside") < page.content.decode().index("Yes, add it")


def test_the_area_of_a_card_is_settled_by_the_rules_and_not_asked(holder: Client, dana: Person) -> None:
    fields = {"title": sure("BLS Provider"), "earned_on": sure("2025-06-11")}
    draft = was_read(hand_in(dana), {"kind": "cpr_card", "fields": fields})
    page = holder.get(f"/certificates/read/{draft.pk}/")
    assert "A CPR card counts as clinical and as approved by the AAMA." in words(page)
    assert "category" not in page.context["form"].fields


def test_a_paper_that_is_there_already_is_attached_first_and_added_only_on_second_thought(
    holder: Client, dana: Person
) -> None:
    first = was_read(hand_in(dana))
    holder.post(f"/certificates/read/{first.pk}/", sent(holder, first))
    again = was_read(hand_in(dana, name="copy.pdf"))
    page = words(holder.get(f"/certificates/read/{again.pk}/"))
    assert "Is it the same one?" in page
    assert "No, it is another one: look at it" in page
    assert "Yes, add it" not in page
    told = {"version": again.version, "activity": Activity.objects.get().pk}
    done = words(holder.post(f"/certificates/read/{again.pk}/attach/", told, follow=True))
    assert "which was on your transcript already" in done
    assert "Added" not in done


def test_of_two_copies_that_wait_only_the_later_one_is_called_a_copy(holder: Client, dana: Person) -> None:
    first, again = was_read(hand_in(dana)), was_read(hand_in(dana, name="copy.pdf"))
    assert "this very file before" not in words(holder.get(f"/certificates/read/{first.pk}/"))
    page = words(holder.get(f"/certificates/read/{again.pk}/"))
    assert "You have handed in this very file before." in page
    assert "Throw this copy away" in page


def test_of_a_paper_that_nobody_read_nothing_is_said_to_be_missing_on_it(holder: Client, dana: Person) -> None:
    paper = hand_in(dana)
    holder.post(f"/certificates/{paper.pk}/type-in/")
    page = words(holder.get(f"/certificates/{paper.pk}/"))
    assert "What does it say?" in page
    assert "We could not find this on the paper." not in page
    assert "We did not find this on the paper." not in page


def test_a_settled_paper_leads_to_the_next_one(holder: Client, dana: Person) -> None:
    draft, other = was_read(hand_in(dana)), was_read(hand_in(dana, b"%PDF other"))
    page = holder.post(f"/certificates/read/{draft.pk}/set-aside/", {"version": draft.version}, follow=True)
    assert "Next: 1 more waits for you" in words(page)
    assert f'href="/certificates/{other.certificate_id}/"' in page.content.decode()


def test_the_wallet_leads_to_the_papers_that_wait(holder: Client, dana: Person) -> None:
    was_read(hand_in(dana)), was_read(hand_in(dana, b"%PDF other"))
    assert "Look at 2 papers, one after the other" in words(holder.get("/certificates/"))


def confirmed(holder: Client, dana: Person) -> Draft:
    draft = was_read(hand_in(dana))
    holder.post(f"/certificates/read/{draft.pk}/", sent(holder, draft))
    return Draft.objects.get(pk=draft.pk)


def test_a_paper_whose_activity_is_in_the_trash_says_so_and_offers_it_back(holder: Client, dana: Person) -> None:
    draft = confirmed(holder, dana)
    holder.post(f"/activities/{draft.activity_id}/trash/")
    page = holder.get(f"/certificates/read/{draft.pk}/")
    assert "Its activity is in the trash" in words(page)
    assert "This paper proves" not in words(page)
    assert f'href="/activities/{draft.activity_id}/"' not in page.content.decode()
    back = f"/activities/{draft.activity_id}/restore/"
    assert f'action="{back}"' in page.content.decode()
    holder.post(back)
    assert "This paper proves Prior authorization" in words(holder.get(f"/certificates/read/{draft.pk}/"))


def test_the_wallet_calls_no_paper_confirmed_whose_activity_is_in_the_trash(holder: Client, dana: Person) -> None:
    draft = confirmed(holder, dana)
    assert "its activity is in the trash" not in words(holder.get("/certificates/"))
    holder.post(f"/activities/{draft.activity_id}/trash/")
    page = words(holder.get("/certificates/"))
    assert "its activity is in the trash" in page
    assert "confirmed" not in page


def test_what_lies_in_the_trash_is_no_longer_said_to_be_proved(holder: Client, dana: Person) -> None:
    draft = confirmed(holder, dana)
    holder.post(f"/activities/{draft.activity_id}/trash/")
    assert "It is the proof of" not in words(holder.get(f"/certificates/{draft.certificate_id}/trash/"))
    gone = holder.get(f"/certificates/read/{draft.pk}/done/", follow=True)
    assert "Its activity is in the trash" in words(gone)


def test_a_question_names_days_and_approvers_as_people_write_them(holder: Client, dana: Person) -> None:
    order = "Is the month first? Then it was completed on %(found)s; another day may be meant."
    doubts = (
        asked("earned_on", Field("2025-10-12", 0.5, None), "order"),
        asked("approved_by", Field("aama;ancc", 0.5, None), ""),
        asked("unit", Field("contact_hour", 0.5, None), ""),
    )
    fields = {**SURE_FIELDS, **{one.field: sure(one.values["found"], 0.5) for one in doubts}}
    draft = was_read(hand_in(dana), {"fields": fields, "questions": [asdict(one) for one in doubts]})
    page = words(holder.get(f"/certificates/read/{draft.pk}/"))
    assert order % {"found": "Oct. 12, 2025"} in page
    assert "approved by AAMA, ANCC (nursing)?" in page
    assert "We read it as Contact hour (50 minutes)." in page
