"""A stranger learns what Recert does and finds one next step; nothing is asked of them."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_first_page_offers_a_standing_and_a_question_without_an_account(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "Know exactly where you stand" in page
    assert 'href="/accounts/signup/"' in page
    assert 'href="/check/"' in page


def test_the_first_page_may_be_indexed_under_one_address(client: Client) -> None:
    response = client.get("/")
    assert 'name="robots"' not in response.content.decode()
    assert '<link rel="canonical" href="http://testserver/">' in response.content.decode()


def test_it_promises_no_more_than_it_keeps(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "It is not a certifier" in page
    assert "verified" not in page


def test_whoever_is_no_medical_assistant_yet_finds_the_schools(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "Not a medical assistant yet?" in page
    assert page.count('href="/programs/"') >= 1
