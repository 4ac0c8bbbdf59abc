"""Everything between an empty folder and a first visitor: tables, checks, the cast, the operator's link."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.checks import ERROR, Tags, run_checks
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from recert.actions.load_catalog import load_catalog
from recert.actions.make_operator import create_operator_key, is_operator_missing
from recert.actions.seed_demo import CAST, seed_demo
from recert.records.people import Person


class NotFitToServe(Exception):
    """A start-up check found something that must be put right first; the message says what."""


class RealPeopleHere(Exception):
    """The folder holds real people, and the cast's passwords are known to everyone."""


def make_ready(*, demo: bool) -> list[str]:
    """The lines that whoever starts the installation should read. The children open the database for themselves."""
    try:
        return list(prepare(demo=demo))
    finally:
        connections.close_all()


def prepare(*, demo: bool) -> Iterator[str]:
    bring_tables_up_to_date()
    load_catalog()
    yield from findings()
    if demo:
        yield from seed()
    if is_operator_missing():
        yield f"Become its operator (works once): {settings.ADDRESS.url}/operator/start/{create_operator_key()}/"


def bring_tables_up_to_date() -> None:
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)


def findings() -> Iterator[str]:
    """:raises NotFitToServe: for the first error; warnings are told."""
    # The rest of Django's checks is for developers, and would load every page once more.
    for found in run_checks(tags=[Tags.database], databases=["default"]):
        if found.level >= ERROR:
            raise NotFitToServe(f"{found.msg} {found.hint or ''}".strip())
        if found.id and found.id.startswith("recert."):
            yield f"Note: {found.msg}"


def seed() -> Iterator[str]:
    strangers = Person.objects.exclude(email__in=[member.email for member in CAST])
    if strangers.exists():
        raise RealPeopleHere(
            f"{settings.DATA} holds real people, and the demo's passwords are known to everyone. "
            "Leave --data out, or name a folder of its own: recert serve --demo --data ./demo"
        )
    seed_demo()
    yield "Sign in as one of the cast (address, password):"
    for member in CAST:
        yield f"  {member.email:20} {member.password:26} {member.name} {member.who}"
