"""One's own account: how we speak to someone."""

from __future__ import annotations

import pytest
from django.test import Client

from recert.records.models import AuditEntry, Person
from tests.security.conftest import browser_of

HERE = {"name": "Luz", "language": "es", "time_zone": "America/Chicago"}


def test_a_stranger_reads_the_language_their_browser_asks_for(client: Client, db: None) -> None:
    assert client.get("/accounts/login/", headers={"accept-language": "es-MX"}).headers["Content-Language"] == "es"
    assert client.get("/accounts/login/", headers={"accept-language": "fr"}).headers["Content-Language"] == "en"


def test_a_chosen_language_wins_over_the_browsers(client: Client, db: None) -> None:
    client.post("/language/", {"language": "es", "next": "/accounts/login/"})
    assert client.get("/accounts/login/", headers={"accept-language": "en"}).headers["Content-Language"] == "es"


def test_a_persons_language_wins_over_everything(luz: Person) -> None:
    assert browser_of(luz).get("/me/", headers={"accept-language": "en"}).headers["Content-Language"] == "es"


def test_changing_language_and_time_zone_is_kept_and_written_down(dana: Person) -> None:
    response = browser_of(dana).post("/me/", HERE, follow=True)
    dana.refresh_from_db()
    assert (dana.language, dana.time_zone) == ("es", "America/Chicago")
    assert response.headers["Content-Language"] == "es"
    assert AuditEntry.objects.filter(holder=dana, verb="change", noun="person").exists()


def test_the_zones_of_the_united_states_come_first_and_by_the_names_people_use(dana: Person) -> None:
    page = browser_of(dana).get("/me/").content.decode()
    assert page.index("Eastern time (New York)") < page.index("Hawaii (Honolulu)") < page.index("Africa/Abidjan")


@pytest.mark.parametrize(("field", "value"), [("language", "xx"), ("time_zone", "Mars/Olympus"), ("name", "x" * 151)])
def test_what_we_cannot_do_is_refused_beside_its_field(dana: Person, field: str, value: str) -> None:
    response = browser_of(dana).post("/me/", {**HERE, field: value})
    assert response.context["form"].errors.keys() == {field}
    dana.refresh_from_db()
    assert dana.language == "en"
