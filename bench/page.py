"""The standing page, 200 activities under three credentials, against the same page without kept verdicts."""

from __future__ import annotations

import os
from datetime import date
from tempfile import TemporaryDirectory
from typing import Any

from bench.rounds import medians

ACTIVITIES, ROUNDS, TIMES = 200, 15, 3
HELD = {
    "cma-aama": (date(2021, 11, 5), date(2026, 11, 30)),
    "rma-amt": (date(2024, 1, 1), date(2027, 1, 1)),
    "ccma-nha": (date(2025, 3, 1), date(2027, 3, 1)),
}
OURS, PLAIN = "Recert", "plain objects, judged at every request"
PAGES = {OURS: "/", PLAIN: "/plain/"}


def run() -> dict[str, Any]:
    """Both pages, as one document."""
    with TemporaryDirectory() as folder:
        os.environ |= {
            "RECERT_DATA": folder,
            "RECERT_SECRET_KEY": "for the bench only",
            "DJANGO_SETTINGS_MODULE": "bench.plain_page.settings",
        }
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        return _measured()


def _measured() -> dict[str, Any]:
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(_holder())
    pages = {name: _shown(client, address) for name, address in PAGES.items()}
    timed = medians({name: (client.get, [PAGES[name]] * TIMES) for name in PAGES}, rounds=ROUNDS)
    for name, time in timed.items():
        pages[name]["milliseconds"] = round(time / 1000, 1)
    ratio = round(pages[PLAIN]["milliseconds"] / pages[OURS]["milliseconds"], 1)
    return {"activities": ACTIVITIES, "credentials": list(HELD), "pages": pages, "ratio": ratio}


def _holder() -> Any:
    from bench.transcripts import plausible
    from recert.records.models import Activity, Holding, Person
    from recert.rules.transcript import category_text

    person = Person.objects.create_user("dana@example.org", "password", name="Dana")
    for credential, (starts, ends) in HELD.items():
        Holding.objects.create(person=person, credential=credential, cycle_starts=starts, cycle_ends=ends)
    done = [one for transcript in plausible(ACTIVITIES // 25) for one in transcript]
    Activity.objects.bulk_create(
        Activity(
            person=person,
            earned_on=one.earned_on,
            title=one.title,
            provider=one.provider,
            kind=one.kind,
            quantity=one.quantity,
            unit=one.unit,
            category=category_text(one.category),
            approved_by=";".join(sorted(one.approved_by)),
            certificate=one.certificate,
            relevant=one.relevant,
        )
        for one in done
    )
    return person


def _shown(client: Any, address: str) -> dict[str, Any]:
    """Queries and bytes of a page that was shown before."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    return {"queries": len(queries), "bytes": len(answer.content)}
