"""How one applies is read as strictly as a rulebook, for every certifier, and fits the rules it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recert.rulebooks.applications import DATA, WAYS, Application, application_of, read_application
from recert.rulebooks.library import all_rulebooks
from recert.rulebooks.reader import RulebookWrong
from recert.rules.edition import Citation, Rulebook

USABLE = [book for book in all_rulebooks() if book.editions]
KNOWN = sorted(file.stem for file in DATA.glob("*.yaml"))


def application(certifier: str) -> Application:
    found = application_of(certifier)
    assert found is not None
    return found


def citations(read: Application) -> Iterator[Citation]:
    yield from (read.papers_cited, read.form_cited)
    for way in read.ways:
        yield from (way.cited, *way.steps)


@pytest.mark.parametrize("book", USABLE, ids=lambda book: book.credential)
def test_every_credential_with_rules_has_its_ways_to_apply(book: Rulebook) -> None:
    read = application(book.certifier.id)
    assert [read.way(how) is not None for how in WAYS] == [True] * 5


@pytest.mark.parametrize("book", USABLE, ids=lambda book: book.credential)
def test_fees_and_routes_are_those_of_the_edition_in_force(book: Rulebook) -> None:
    edition = next(each for each in reversed(book.editions) if not each.superseded)
    facts, routes = {fact.about for fact in edition.facts}, {route.route for route in edition.routes}
    for way in application(book.certifier.id).ways:
        assert set(way.fees) <= facts
        assert set(way.routes) <= routes


@pytest.mark.parametrize("certifier", KNOWN)
def test_everything_is_cited_with_an_address_and_a_day(certifier: str) -> None:
    for cited in citations(application(certifier)):
        assert cited.says.endswith(".")
        assert cited.source.href.startswith(("https://", "http://"))


@pytest.mark.parametrize("certifier", KNOWN)
def test_no_address_or_mailbox_was_ever_found(certifier: str) -> None:
    """None of the sources shows one; whoever adds one adds its citation and takes it out of this test."""
    assert [(way.address, way.email) for way in application(certifier).ways] == [((), "")] * 5


def test_a_certifier_nobody_knows_has_none() -> None:
    assert application_of("nahp") is None
    assert application_of("../data/amt") is None


AMT = (DATA / "amt.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("found", "written", "told"),
    [
        ("  - how: exam", "  - how: mail", "each of online, mail, email, telephone, exam once"),
        ("offered: null", "offered: maybe", "offered"),
        ("papers: only_when_asked", "papers: sometimes", "sometimes"),
        ("confidence: unknown}\n  - how: telephone", "confidence: confirmed}\n  - how: telephone", "offered is null"),
        ("form_cited:", "form_sited:", "the key 'form_sited' is unknown"),
    ],
)
def test_what_could_be_misread_is_refused(found: str, written: str, told: str) -> None:
    assert found in AMT
    with pytest.raises(RulebookWrong, match=told):
        read_application(AMT.replace(found, written), "amt.yaml")
