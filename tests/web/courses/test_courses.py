"""Anyone can look for a course; who holds a credential sees what each is worth to them."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recert.actions.index_courses import index_courses
from recert.actions.judge_courses import usual_fees
from recert.records.models import Course, Person, Provider
from tests.web.transcripts import dana_is_short, finish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]


def page_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_stranger_finds_courses_without_an_account(client: Client) -> None:
    page = plain(page_of(client, "/courses/?q=phlebotmy"))
    assert "No course has “phlebotmy”. We looked for: phlebotomy." in page
    assert "Phlebotomy Technician" in page


def test_every_listing_says_how_old_it_is(client: Client) -> None:
    page = plain(page_of(client, "/courses/?q=phlebotomy"))
    assert page.count("confirm with the provider.") == 20
    assert "As listed on April 6, 2021" in page


def test_the_free_page_holds_only_free_ones(client: Client) -> None:
    page = page_of(client, "/courses/free/")
    assert page.count('<span class="tag good">free</span>') == 20
    assert "price not stated" not in page


def test_a_stranger_may_choose_a_credential_and_sees_what_each_is_worth(client: Client) -> None:
    page = plain(page_of(client, "/courses/?q=pharmacology+medical+assistants&credential=cma-aama"))
    assert "Worth for the CMA (AAMA): 1" in page
    assert "$10 a point" in page


def test_a_unit_whose_worth_nobody_publishes_is_not_worth_nothing(client: Client) -> None:
    page = plain(page_of(client, "/courses/?credential=rma-amt"))
    assert "For the RMA (AMT) its worth hangs on what is open below." in page
    assert "Worth for the RMA (AMT): 0 " not in page


def test_a_holder_sees_what_fills_their_gap_and_may_see_nothing_else(client: Client, dana: Person) -> None:
    dana_is_short(dana)
    office = Course.objects.create(
        id="T1", title="Coding for the office", provider_name="AAMA", record_type="ce_activity", quantity=3,
        unit="aama_ceu", category="administrative", approved_by="aama", checked_on="2026-11-01",
    )  # fmt: skip
    index_courses([office])
    client.force_login(dana)
    assert 'href="/courses/?fills=on"' in page_of(client, "/courses/")
    page = plain(page_of(client, "/courses/?fills=on"))
    assert "Administrative: it fills 3 of the 10 you still need." in page
    assert "It would not bring you nearer" not in page


def test_a_subject_nobody_can_place_is_to_be_asked_about_first(client: Client, dana: Person) -> None:
    dana_is_short(dana)
    client.force_login(dana)
    maps = {"title": "Geospatial Information Infrastructure", "quantity": 1, "unit": "contact_hour"}
    Course.objects.create(id="T1", provider_name="Somebody", checked_on="2026-11-01", **maps)
    assert "ask first We cannot tell whether its subject is about medical assisting." in plain(
        page_of(client, "/courses/T1/")
    )
    Course.objects.filter(pk="T1").update(title="Phlebotomy", suggested="clinical")
    assert "ask first" not in plain(page_of(client, "/courses/T1/"))


def test_a_collection_is_not_said_to_count_only_toward_the_total(client: Client, dana: Person) -> None:
    dana_is_short(dana)
    client.force_login(dana)
    page = plain(page_of(client, "/courses/?q=AAMA+CEU+Bundle"))
    assert "A collection: choose from it courses of the areas you need." in page


def test_what_has_ended_fills_nothing_and_is_not_among_what_fills_a_gap(client: Client, dana: Person) -> None:
    dana_is_short(dana)
    facts = {"provider_name": "AAMA", "record_type": "ce_activity", "quantity": 3, "unit": "aama_ceu"}
    facts |= {"category": "administrative", "approved_by": "aama", "checked_on": "2026-11-01"}
    over = Course.objects.create(id="T1", title="Coding, once", has_ended=True, **facts)
    index_courses([over, Course.objects.create(id="T2", title="Coding, still", **facts)])
    client.force_login(dana)
    page = plain(page_of(client, "/courses/?fills=on&q=coding"))
    assert "Coding, still" in page
    assert "Coding, once" not in page
    page = plain(page_of(client, "/courses/T1/"))
    assert "It has ended, so it fills nothing any more." in page
    assert "you still need" not in page


def test_another_list_is_asked_the_same_question(client: Client, dana: Person) -> None:
    dana_is_short(dana)
    client.force_login(dana)
    page = page_of(client, "/courses/?q=wound+care&free=on&page=2")
    for address in ("/courses/?q=wound+care", "/courses/?q=wound+care&amp;fills=on", "/courses/free/?q=wound+care"):
        assert f'href="{address}"' in page


def test_who_finds_no_course_nearby_is_led_to_the_schools_that_teach_it(client: Client) -> None:
    page = page_of(client, "/courses/?q=phlebotomy&near=97201&within=25")
    assert 'href="/programs/?near=97201&amp;study=phlebotomy"' in page


def test_what_a_holder_holds_stands_apart_from_the_rules_alone(client: Client, dana: Person) -> None:
    holding = dana_is_short(dana)
    client.force_login(dana)
    page = page_of(client, "/courses/")
    mine = page[page.index('<optgroup label="Yours">') : page.index('<optgroup label="All">')]
    assert f'<option value="held-{holding.pk}" selected>CMA (AAMA)</option>' in mine
    assert mine.count("<option") == 1


def test_a_holder_never_weighs_by_anothers_transcript(client: Client, dana: Person, evan: Person) -> None:
    holding = dana_is_short(dana)
    client.force_login(evan)
    assert "Some answers need another look" in page_of(client, f"/courses/?credential=held-{holding.pk}")


def test_the_number_of_queries_does_not_grow_with_what_is_found_or_done(client: Client, dana: Person) -> None:
    dana_is_short(dana)
    client.force_login(dana)
    client.get("/courses/?q=wound")  # the catalog's words are read once
    counts = []
    for words in ("pharmacology", "phlebotomy"):
        finish(dana, f"More about {words}", "1", category="clinical")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/courses/?q={words}")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 16


def test_prices_and_days_are_asked_for_between_two_ends(client: Client) -> None:
    facts = {"provider_name": "Prof. Okafor", "record_type": "live_event", "checked_on": "2026-11-01"}
    rows = [(f"T{n}", 1000 * n, date(2030, n, 15)) for n in range(1, 5)]
    index_courses(
        [
            Course.objects.create(id=key, title="Phlebotomy", price=price, starts_on=day, **facts)
            for key, price, day in rows
        ]
    )
    page = page_of(client, "/courses/?q=phlebotomy&least_price=20&most_price=30&from_day=2030-01-01")
    assert re.findall(r'<h3><a href="/courses/(T\d)/"', page) == ["T2", "T3"]
    page = page_of(client, "/courses/?q=phlebotomy&from_day=2030-02-01&to_day=2030-03-31&least_price=1&order=soonest")
    assert re.findall(r'<h3><a href="/courses/(T\d)/"', page) == ["T2", "T3"]


@pytest.mark.parametrize("asked", ["near=00000", "category=wizardry", "credential=cma-nasa", "within=9999"])
def test_what_cannot_be_asked_is_told_beside_its_field(client: Client, asked: str) -> None:
    page = page_of(client, f"/courses/?{asked}")
    assert "Some answers need another look" in page
    assert 'aria-invalid="true"' in page


def test_a_course_shows_the_six_questions_with_what_answers_them(client: Client) -> None:
    page = plain(page_of(client, "/courses/C0001/"))
    assert "Does it say how it is taught? yes online self-paced , read by us, Nov. 22, 2026" in page
    assert "Does it say how to cancel and get money back? not stated" in page
    assert "Six questions: 1 yes, 0 no, 5 not stated" in page
    assert "between 1 and 6 of 6 would be yes" in page


def test_a_fee_shows_what_it_was_held_against(client: Client) -> None:
    page = plain(page_of(client, "/courses/C0198/"))
    usual = usual_fees()["hours"]
    dear = round(usual.cents / usual.amount)
    assert "Is the fee reasonable? no" in page
    assert f"The fee: $76.50 for 1 × hour. We know {usual.known} prices for the same" in page
    assert f"their dearest quarter begins at ${dear // 100}.{dear % 100:02d}" in page
    assert "The fee:" not in plain(page_of(client, "/courses/C0005/"))


def test_an_area_nobody_states_is_suggested_with_the_line_of_the_outline_that_speaks_for_it(client: Client) -> None:
    page = plain(page_of(client, "/courses/C0198/"))
    assert re.search(r"We suggest Administrative, because the outline of the AAMA lists there: \w+", page)
    stated = plain(page_of(client, "/courses/C0001/"))
    assert "Area, as stated Clinical" in stated
    assert "We suggest" not in stated


def test_search_engines_learn_the_price_and_who_gives_it(client: Client) -> None:
    (facts,) = re.findall(r'ld\+json" nonce="[^"]+">(.*?)</script>', page_of(client, "/courses/C0001/"))
    known = json.loads(facts)
    assert (known["@type"], known["offers"]["price"]) == ("Course", "10.00")


def test_every_course_and_every_provider_has_its_page(client: Client) -> None:
    for course in Course.objects.all()[::24]:
        assert course.title.split()[0] in page_of(client, f"/courses/{course.pk}/")
    for provider in Provider.objects.all()[::24]:
        page_of(client, f"/providers/{provider.pk}/")


def test_providers_are_listed_without_calling_them_approved(client: Client) -> None:
    page = page_of(client, "/providers/")
    assert page.count('href="/providers/') >= Provider.objects.count()
    assert "Being listed is no approval." in page


def test_the_directory_names_everyone_once_by_name_and_says_when_they_were_checked(client: Client) -> None:
    page = page_of(client, "/providers/")
    shown = re.findall(r'<h3><a href="/providers/(P\d+)/">', page)
    assert sorted(shown) == sorted(Provider.objects.values_list("pk", flat=True))
    assert (
        page.count("checked Nov. 22, 2026") + page.count("checked Oct. 2, 2026") + page.count("checked April 6, 2021")
        > 130
    )
    societies = page.partition('id="societies"')[2].partition("</section>")[0]
    names = [name.lower() for name in re.findall(r"<h3><a [^>]*>(.*?)</a>", societies)]
    assert names == sorted(names)
    assert 'href="/guide/certifier-links/"' in page


def test_a_provider_shows_its_approvals_with_their_dates_and_what_it_offers(client: Client) -> None:
    relias = Course.objects.get(pk="C0001").provider_id
    page = plain(page_of(client, f"/providers/{relias}/"))
    assert "AAMA : 128335 (06/01/2015-06/01/2016)" in page
    arup = Provider.objects.get(name="ARUP Laboratories Education")
    assert "400+ lectures, webinars, podcasts" in page_of(client, f"/providers/{arup.pk}/")


@pytest.mark.parametrize("path", ["/courses/C9999/", "/providers/P999/"])
def test_what_nobody_listed_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_luz_reads_the_finder_in_spanish(client: Client, luz: Person) -> None:
    client.force_login(luz)
    page = plain(page_of(client, "/courses/?q=flebotomía"))
    assert "Técnico" not in page  # titles stay as their providers wrote them
    assert "Seis preguntas: 1 sí" in page
    assert "confírmelo con el proveedor" in page
