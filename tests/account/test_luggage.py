"""Taking everything along and bringing it back, on the pages themselves."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import unquote

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recert.actions.add_activity import add_activity
from recert.actions.check_standing import check_standing
from recert.actions.hold_credential import hold_credential
from recert.actions.keep_certificate import keep_certificate
from recert.records.models import Activity, Certificate, Draft, ImportAddress, Person
from tests.security.conftest import browser_of

PAPER = b"%PDF-1.7 Wound care, 5 CEU"
FILE = "/me/export/recert.zip"
LATE = datetime(2026, 12, 1, 2, tzinfo=UTC)
UNTITLED = {"earned_on": date(2025, 2, 3), "unit": "contact_hour", "kind": "employment"}


@pytest.fixture
def settled(dana: Person) -> Person:
    hold_credential(dana, credential="cma-aama", certified_on=date(2023, 2, 10))
    fields = {"earned_on": date(2024, 5, 1), "title": "<b>Wound</b> care", "quantity": "2", "unit": "aama_ceu"}
    row = add_activity(dana, fields=fields)
    paper = keep_certificate(dana, name="wound #1 & 50%.pdf", content=[PAPER])
    Draft.objects.create(certificate=paper, position=1, outcome="confirmed", activity=row)
    check_standing(dana, today=date(2026, 11, 22))
    return dana


def taken(client: Client) -> bytes:
    response = client.get(FILE)
    assert response.headers["Content-Type"] == "application/zip"
    assert re.fullmatch(r'attachment; filename="recert-\d{4}-\d\d-\d\d\.zip"', response["Content-Disposition"])
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def read(file: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.read(name).decode()


def test_the_page_says_what_is_in_it(settled: Person) -> None:
    page = browser_of(settled).get("/me/export/").content.decode()
    assert "1 activity, with its notes" in page
    assert "26" in re.sub(r"\s+", " ", page)
    assert FILE in page


def test_an_export_of_nothing_is_an_export(evan: Person) -> None:
    file = taken(browser_of(evan))
    assert json.loads(read(file, "data/activities.json")) == []
    assert "evan@example.org" in read(file, "index.html")


@pytest.mark.parametrize(("name", "word"), [("index.html", "Not ready yet"), ("index-es.html", "Aún no está listo")])
def test_it_reads_in_both_languages_without_us(settled: Person, name: str, word: str) -> None:
    page = read(taken(browser_of(settled)), name)
    assert word in page
    assert "&lt;b&gt;Wound&lt;/b&gt; care" in page
    assert not re.search(r"<(script|link|img|iframe|object)|(src|action)=|href=\"(https?:)?//|url\(", page)


def test_the_pages_of_an_export_speak_in_words_and_by_the_holders_own_days(settled: Person) -> None:
    """It is 9 p.m. of November 30 where Dana lives, and December already by the world's clock."""
    add_activity(settled, fields={**UNTITLED, "quantity": "3", "category": "clinical=2;administrative=1"})
    add_activity(settled, fields={**UNTITLED, "quantity": "1", "category": "clinical|general", "title": "Either"})
    Certificate.objects.update(received_at=LATE)
    with time_machine.travel(LATE, tick=False):
        file = taken(browser_of(settled))
    english, spanish = (read(file, name) for name in ("index.html", "index-es.html"))
    assert "Taken from Recert on Nov. 30, 2026" in english
    assert "received on Nov. 30, 2026" in english
    assert "taken on Nov. 30, 2026" in read(file, "README.txt")
    assert "<td>Clinical 2, Administrative 1</td>" in english
    assert "<td>Clínica 2, Administrativa 1</td>" in spanish
    assert "<td>Clínica / General</td>" in spanish
    assert "Empleo" in spanish


def test_an_edition_without_a_day_makes_a_sentence_in_both_languages(evan: Person) -> None:
    hold_credential(evan, credential="ncma-ncct", cycle_starts=date(2026, 1, 1), cycle_ends=date(2026, 12, 31))
    check_standing(evan, today=date(2026, 11, 22))
    file = taken(browser_of(evan))
    assert "Edition of the rules: no date given" in read(file, "index.html")
    assert "Edición de las reglas: sin fecha" in read(file, "index-es.html")


def test_every_link_leads_to_a_file_beside_it(settled: Person) -> None:
    file = taken(browser_of(settled))
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        names = set(archive.namelist())
    links = {unquote(link) for link in re.findall(r'href="([^"]*)"', read(file, "index.html"))}
    assert links <= names
    assert any(name.startswith("originals/0001 wound") for name in links)


def test_luz_gets_her_pages_in_spanish_first(luz: Person) -> None:
    file = taken(browser_of(luz))
    assert '<html lang="es">' in read(file, "index.html")
    assert '<html lang="en">' in read(file, "index-en.html")


def test_the_readme_names_every_table(settled: Person) -> None:
    file = taken(browser_of(settled))
    readme = read(file, "README.txt")
    for name in ("export", "account", "holdings", "activities", "certificates", "drafts", "files", "verdicts", "trail"):
        assert f"data/{name}.json" in readme


def test_the_digests_are_those_sha256sum_reads(settled: Person) -> None:
    lines = read(taken(browser_of(settled)), "SHA256SUMS").splitlines()
    assert all(re.fullmatch(r"[0-9a-f]{64}  \S.*", line) for line in lines)


def upload(file: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("recert.zip", file, content_type="application/zip")


def test_what_was_taken_is_brought_back(settled: Person, evan: Person) -> None:
    file = taken(browser_of(settled))
    answer = browser_of(evan).post("/me/bring/", {"file": upload(file), "is_mine": "on"}, follow=True)
    assert "Everything is back" in answer.content.decode()
    assert (evan.activities.get().title, evan.certificates.get().name) == ("<b>Wound</b> care", "wound #1 & 50%.pdf")


def test_that_it_is_back_is_said_in_the_language_that_came_back(settled: Person, evan: Person) -> None:
    Person.objects.filter(pk=settled.pk).update(language="es")
    file = taken(browser_of(settled))
    answer = browser_of(evan).post("/me/bring/", {"file": upload(file), "is_mine": "on"}, follow=True)
    assert "Todo está de vuelta" in answer.content.decode()


def test_a_file_of_somebody_else_is_asked_about(settled: Person, luz: Person) -> None:
    answer = browser_of(luz).post("/me/bring/", {"file": upload(taken(browser_of(settled)))})
    assert answer.context["form"].errors.keys() == {"is_mine"}
    assert not luz.activities.exists()


def test_who_ticks_the_box_is_told_to_choose_the_file_again_which_a_browser_forgets(
    settled: Person, evan: Person
) -> None:
    answer = browser_of(evan).post("/me/bring/", {"file": upload(taken(browser_of(settled)))})
    said = answer.context["form"].errors["is_mine"][0]
    assert said.endswith("choose the file again, tick the box and send both.")


@pytest.mark.parametrize("file", [b"", b"PK", b"earned_on,title\n", b"\x00" * 5000])
def test_what_is_no_export_is_refused_beside_its_field(evan: Person, file: bytes) -> None:
    answer = browser_of(evan).post("/me/bring/", {"file": upload(file)})
    assert answer.context["form"].errors.keys() == {"file"}


def test_an_account_in_use_says_so_before_anything_is_sent(settled: Person) -> None:
    page = browser_of(settled).get("/me/bring/").content.decode()
    assert 'type="file"' not in page
    assert "still empty" in page


def test_the_pages_ask_as_much_of_one_as_of_hundreds(
    settled: Person, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    client = browser_of(settled)
    with django_assert_max_num_queries(40) as first:
        client.get("/me/export/")
    rows = [Activity(person=settled, earned_on="2024-01-01", quantity=1, unit="cme") for _ in range(200)]
    Activity.objects.bulk_create(rows)
    assert isinstance(first, CaptureQueriesContext)
    with django_assert_num_queries(len(first)):
        client.get("/me/export/")


@pytest.fixture
def takes_mail(settings: Any) -> None:
    from recert.config.incoming import Incoming

    settings.IMPORT_MAIL = Incoming("127.0.0.1", 2525, "in.example.org")


def test_without_a_mail_server_the_page_says_so(dana: Person) -> None:
    client = browser_of(dana)
    assert "takes no mail in" in client.get("/me/mailing/").content.decode()
    assert client.post("/me/mailing/", {"do": "on"}).status_code == 200
    assert not ImportAddress.objects.exists()


def test_an_address_is_given_renewed_and_switched_off(takes_mail: None, dana: Person) -> None:
    client = browser_of(dana)
    assert "Give me an address" in client.get("/me/mailing/").content.decode()
    words = []
    for do in ("on", "new"):
        page = client.post("/me/mailing/", {"do": do}, follow=True).content.decode()
        words.append(ImportAddress.objects.get(person=dana).word)
        assert f"{words[-1]}@in.example.org" in page
    assert words[0] != words[1]
    assert "mail to it is refused" in client.post("/me/mailing/", {"do": "off"}, follow=True).content.decode().lower()
    assert client.post("/me/mailing/", {"do": "dance"}).status_code == 404


def test_mailed_certificates_are_told_of(dana: Person) -> None:
    from django.utils import timezone

    from recert.actions.remind_of_mail import mailed_certificates

    for number in range(3):
        keep_certificate(dana, name="card.pdf", content=[PAPER, bytes([number])], came_by="mailed")
    (told,) = mailed_certificates(dana, dana.day_at(timezone.now()))
    assert told.values == {"count": "3"}
    Certificate.objects.update(state="read")
    assert list(mailed_certificates(dana, dana.day_at(timezone.now()))) == []
