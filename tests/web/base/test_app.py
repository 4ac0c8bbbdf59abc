"""Recert on the home screen: a manifest, a worker that keeps only what may be kept, and a page for no network."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from recert.records.models import Person
from recert.web.base.app import WORKER

pytestmark = pytest.mark.django_db


def test_the_manifest_names_icons_that_exist(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest").json()
    assert (manifest["start_url"], manifest["display"]) == ("/", "standalone")
    assert {icon["purpose"] for icon in manifest["icons"] if "purpose" in icon} == {"any", "maskable"}
    assert all(finders.find(icon["src"].removeprefix("/static/")) for icon in manifest["icons"])


def test_the_worker_comes_from_the_root_and_is_never_kept(client: Client) -> None:
    response = client.get("/service-worker.js")
    assert response.headers["Content-Type"] == "text/javascript"
    assert "no-cache" in response.headers["Cache-Control"]


def test_the_worker_keeps_only_answers_marked_for_it() -> None:
    assert 'headers.get("Recert-Keep") !== "offline"' in WORKER.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["/activities/", "/hold/", "/offline/", "/style/"])
def test_no_other_page_is_marked_to_be_kept(client: Client, dana: Person, path: str) -> None:
    client.force_login(dana)
    assert "Recert-Keep" not in client.get(path).headers


@pytest.mark.parametrize("path", ["/offline/", "/style/", "/manifest.webmanifest", "/service-worker.js"])
def test_strangers_may_read_what_the_app_is_made_of(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_no_page_has_inline_styles_or_scripts(client: Client) -> None:
    page = client.get("/style/").content.decode()
    assert " style=" not in page
    assert "<style" not in page
    assert re.findall(r"<script(?![^>]* src=)", page) == []


def test_strangers_choose_their_language(client: Client) -> None:
    client.post("/language/", {"language": "es", "next": "/style/"})
    assert '<html lang="es">' in client.get("/offline/").content.decode()


def test_a_language_nobody_offers_changes_nothing(client: Client) -> None:
    client.post("/language/", {"language": "xx"})
    assert '<html lang="en">' in client.get("/offline/").content.decode()


def test_the_switch_leads_back_but_never_to_another_site(client: Client) -> None:
    assert client.post("/language/", {"language": "es", "next": "/style/"}).url == "/style/"
    assert client.post("/language/", {"language": "es", "next": "https://example.org/"}).url == "/"
