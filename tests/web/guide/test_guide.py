"""The guide answers every question from the rulebooks, so that no answer can go stale."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from recert.rulebooks.library import all_rulebooks, most_held, rulebook
from recert.rulebooks.states import all_states
from recert.rules.edition import Rulebook
from recert.web.base.rule_words import NoSuchNumber, number_named
from recert.web.base.templatetags import rule_numbers
from recert.web.guide.answers import ANSWERS, GROUPS
from recert.web.guide.state_answers import counted
from recert.web.guide.templatetags.ways_words import way_words
from recert.web.guide.views import public_paths
from recert.web.guide.ways import WAYS, way

TEMPLATES = Path(__file__).parents[3] / "recert/web/guide/templates/guide/answers"
TELLS_NO_RULE = {"certifier-links", "state-rules", "why-keep-learning"}
NAME_WITH_A_NUMBER = "AMA PRA Category 1 Credit"
pytestmark = pytest.mark.django_db


def text_of(client: Client, slug: str, **asked: str) -> str:
    response = client.get(f"/guide/{slug}/", asked)
    assert response.status_code == 200
    return response.content.decode()


def plain(html: str) -> str:
    without_marks = re.sub(r'<a class="note-mark".*?</a>', "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", without_marks).split()).replace(" ,", ",").replace(" .", ".")


@pytest.mark.parametrize("slug", ANSWERS)
def test_every_question_has_a_short_answer_and_shows_where_its_numbers_come_from(client: Client, slug: str) -> None:
    page = text_of(client, slug)
    assert '<p class="short">' in page
    assert slug in TELLS_NO_RULE or 'id="note-1"' in page
    marks = set(re.findall(r'href="#(note-\d+)"', page))
    assert marks == set(re.findall(r'id="(note-\d+)"', page))


def test_every_answer_file_is_listed_and_every_next_question_exists() -> None:
    assert {file.stem for file in TEMPLATES.glob("*.html")} == set(ANSWERS)
    assert all(slug in ANSWERS for answer in ANSWERS.values() for slug in answer.next)
    assert len(ANSWERS) == sum(len(group.answers) for group in GROUPS)


def test_no_answer_writes_a_number_of_its_own() -> None:
    for file in TEMPLATES.glob("*.html"):
        outside_tags = re.sub(r"{%.*?%}|{{.*?}}|<[^>]+>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"\d", outside_tags.replace(NAME_WITH_A_NUMBER, "")), file.name


def test_a_changed_rulebook_changes_the_guide(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "needs 60 points" in plain(text_of(client, "how-many-points"))
    monkeypatch.setattr(rule_numbers, "rulebook", with_a_total_of_seventy)
    assert "needs 70 points" in plain(text_of(client, "how-many-points"))


def with_a_total_of_seventy(name: str) -> Rulebook:
    rules = rulebook(name)
    newest = rules.editions[-1]
    total = replace(newest.requirements[0], needed=7000)
    return replace(rules, editions=(replace(newest, requirements=(total, *newest.requirements[1:])),))


def test_a_number_no_rulebook_states_cannot_be_quoted() -> None:
    with pytest.raises(NoSuchNumber, match="cma-aama today has no number 'totl'; it has cycle, total, administrative"):
        number_named(rulebook("cma-aama"), "totl")


def test_the_converter_answers_without_scripts_and_keeps_what_was_typed(client: Client) -> None:
    page = text_of(client, "ceu-cme-contact-hour", amount="0.5", unit="iacet_ceu")
    assert "5 × Clock hour (60 minutes)" in plain(page)
    assert 'value="0.5"' in page


def test_a_bare_ceu_is_converted_both_ways_with_a_warning(client: Client) -> None:
    page = plain(text_of(client, "ceu-cme-contact-hour", amount="2", unit="ceu"))
    assert "can mean two things" in page
    assert "takes 100 minutes" in page
    assert "takes 1200 minutes" in page


def test_an_amount_that_is_no_number_is_answered_with_a_sentence(client: Client) -> None:
    assert "“lots” is not a number" in text_of(client, "ceu-cme-contact-hour", amount="lots", unit="cme")


def test_search_engines_get_the_short_answer_as_the_answer(client: Client) -> None:
    page = text_of(client, "must-all-be-aama")
    (facts,) = re.findall(r'<script type="application/ld\+json" nonce="[^"]+">(.*?)</script>', page)
    answer = json.loads(facts)["mainEntity"]["acceptedAnswer"]["text"]
    assert answer.startswith("No. At least 30 of your 60 points must be AAMA-approved.")


def test_public_pages_may_be_indexed_and_are_listed(client: Client) -> None:
    assert 'name="robots"' not in text_of(client, "myths")
    sitemap = client.get("/sitemap.xml").content.decode()
    assert all(f"<loc>http://testserver{path}</loc>" in sitemap for path in public_paths())
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_everything_listed_for_search_engines_opens_without_an_account(client: Client) -> None:
    assert len(public_paths()) > len(all_rulebooks()) + len(ANSWERS)
    assert {client.get(path).status_code for path in public_paths()} == {200}


def test_a_question_nobody_asked_is_not_found(client: Client) -> None:
    assert client.get("/guide/how-to-juggle/").status_code == 404


@pytest.mark.parametrize("kind", ["course", "conference"])
@pytest.mark.parametrize(
    ("credential", "answer", "about"),
    [
        ("cma-aama", "Yes, by its hours or credits", "unit:contact_hour"),
        ("ncma-ncct", "Clock hours: yes. Contact hours: ask", "unit:clock_hour"),
        ("rma-amt", "CE credits: yes. Hours: ask", "unit:ce_credit"),
        ("ccma-nha", "CE credits: yes. Hours: ask", "unit:ce_credit"),
        ("cmac-amca", "CE credits: yes. Hours: ask", "unit:ce_credit"),
    ],
)
def test_hours_count_only_where_a_rule_turns_them_into_points(
    kind: str, credential: str, answer: str, about: str
) -> None:
    found = way(rulebook(credential), kind)
    assert (way_words(found), found.about) == (answer, about)


def test_without_any_rule_for_what_is_printed_nothing_is_said_to_count() -> None:
    rules = rulebook("ncma-ncct")
    without = replace(rules, editions=(replace(rules.editions[-1], conversions=()),))
    assert way_words(way(without, "course")) == "Nothing found: ask"
    assert way_words(way(without, "in_service")) == "No number published: ask"


def test_every_way_that_counts_links_to_its_rule() -> None:
    found = [way(rules, kind) for rules in most_held() for kind in WAYS]
    assert all(each.cited for each in found if each.answer != "unknown")


def test_the_answer_about_states_begins_with_how_many_we_know(client: Client) -> None:
    page = plain(text_of(client, "state-rules"))
    assert (
        "We looked at 8 states: 1 asks for no continuing education, 1 is said to ask for none, but nobody confirmed it, "
        "1 leaves it to your certifier and for 5 we found no answer."
    ) in page
    assert "Usually not" not in page


def test_what_a_state_is_known_to_ask_is_counted_before_what_is_not_known() -> None:
    one = all_states()[0]
    states = [replace(one, ce="unknown"), replace(one, ce="required"), replace(one, ce="required")]
    told = "We looked at 3 states: 2 ask for continuing education of their own and for 1 we found no answer."
    assert counted(states) == told
