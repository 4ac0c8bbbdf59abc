"""Anyone can find a credential, read every number with its source, and compare its editions."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from django.utils.html import escape

from recert.rulebooks.library import all_rulebooks, rulebook
from recert.rulebooks.states import all_states
from recert.rules.numbers import numbers_of
from recert.web.base.rule_words import current_edition
from recert.web.credentials.chapters import changes, chapters

pytestmark = pytest.mark.django_db
EDITIONS = [(rules, edition) for rules in all_rulebooks() for edition in rules.editions]


def page_of(client: Client, path: str, **asked: str) -> str:
    response = client.get(path, asked)
    assert response.status_code == 200
    return response.content.decode()


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_letters_that_mean_several_credentials_are_explained(client: Client) -> None:
    page = plain(page_of(client, "/credentials/", q="ccma"))
    assert "“CCMA” can mean" in page
    assert "CCMA (NHA)" in page
    assert "CCMA-AC (California)" in page


def test_letters_nobody_uses_lead_back_to_the_list(client: Client) -> None:
    assert "No credential goes by these letters" in page_of(client, "/credentials/", q="zzzz")


@pytest.mark.parametrize("rules", all_rulebooks(), ids=lambda rules: rules.credential)
def test_every_number_stands_on_the_page_with_its_source(client: Client, rules: object) -> None:
    page = page_of(client, f"/credentials/{rules.credential}/")
    edition = current_edition(rules)
    numbers = numbers_of(edition) if edition else ()
    assert page.count('class="citation"') >= len(numbers)
    assert all(escape(number.cited.source.title) in page for number in numbers)


@pytest.mark.parametrize(("rules", "edition"), EDITIONS, ids=lambda value: getattr(value, "credential", ""))
def test_every_number_is_in_exactly_one_chapter(rules: object, edition: object) -> None:
    shown = [number for chapter in chapters(edition) for number in chapter.numbers]
    assert len(shown) == len(numbers_of(edition))


def test_an_unconfirmed_credential_says_so_and_shows_no_number(client: Client) -> None:
    page = plain(page_of(client, "/credentials/nrcma-nahp/"))
    assert "Not confirmed." in page
    assert "What it asks" not in page


def test_a_conflicting_number_shows_both_claims(client: Client) -> None:
    page = plain(page_of(client, "/credentials/ncma-ncct/"))
    assert "14 hours a year" in page
    assert "12 hours a year" in page


def test_an_unknown_number_says_ask_your_certifier(client: Client) -> None:
    page = plain(page_of(client, "/credentials/rma-amt/"))
    assert re.search(r"ask your certifier Today(&#x27;|')s annual fee was not found", page)


def test_an_older_edition_is_shown_as_older_and_not_indexed(client: Client) -> None:
    page = page_of(client, "/credentials/cma-aama/2010-01-01/")
    assert "These are older rules." in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_editions_say_what_changed_between_them() -> None:
    older, newer = rulebook("cma-aama").editions[-3:-1]
    said = {change.after.about: change.after.value for change in changes(older, newer) if change.after}
    assert said["cpr_required"] is False


def test_search_engines_learn_who_recognises_the_credential(client: Client) -> None:
    (facts,) = re.findall(r'ld\+json" nonce="[^"]+">(.*?)</script>', page_of(client, "/credentials/cma-aama/"))
    known = json.loads(facts)
    assert known["recognizedBy"]["name"] == "American Association of Medical Assistants"
    assert known["validFor"] == "P60M"


def test_every_state_says_what_is_known_and_what_is_not(client: Client) -> None:
    page = plain(page_of(client, "/states/"))
    assert all(state.name in page for state in all_states())
    assert "not known: ask the state" in page


@pytest.mark.parametrize("name", ["Massachusetts", "Washington"])
def test_what_was_not_found_of_a_state_is_not_said_to_be_absent(name: str) -> None:
    state = next(state for state in all_states() if state.name == name)
    assert (state.ce, state.ce_cited.confidence) == ("unknown", "unknown")
    assert (state.credential == "unknown") == (name == "Massachusetts")


def test_an_answer_of_a_state_that_is_only_reported_says_so(client: Client) -> None:
    page = plain(page_of(client, "/states/"))
    california = page[page.index("California") : page.index("Connecticut")]
    assert "none asked for (reported by others)" in california
    assert "not required (reported by others)" in california


def test_a_credential_or_edition_nobody_knows_is_not_found(client: Client) -> None:
    assert client.get("/credentials/cma-nasa/").status_code == 404
    assert client.get("/credentials/cma-aama/1999-01-01/").status_code == 404
