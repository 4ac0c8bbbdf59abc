"""Rules are kept whole: what is read back judges alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recert.records.editions import as_json, digest_of, edition_of, from_json, keep_rules
from recert.records.models import RulesInForce
from recert.records.snapshots import packed, unpacked
from recert.rulebooks.library import all_rulebooks
from recert.rules.edition import Edition, Requirement
from recert.rules.points import ONE
from tests.records.values import an_activity, spelled_out

EDITIONS = [edition for book in all_rulebooks() for edition in book.editions]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: f"{edition.credential} {edition.name}")
def test_every_edition_comes_back_equal(edition: Edition) -> None:
    assert spelled_out(from_json(Edition, as_json(edition))) == spelled_out(edition)


def test_an_edition_is_stored_once(db: None) -> None:
    assert keep_rules(EDITIONS[0]) == keep_rules(EDITIONS[0])
    assert RulesInForce.objects.count() == 1


def test_a_stored_edition_comes_back_equal(db: None) -> None:
    pk = keep_rules(EDITIONS[0]).pk
    assert spelled_out(edition_of(RulesInForce.objects.get(pk=pk))) == spelled_out(EDITIONS[0])


def test_one_other_number_gives_another_digest() -> None:
    edition = EDITIONS[0]
    total: Requirement = edition.requirements[0]
    harder = replace(edition, requirements=(replace(total, needed=61 * ONE), *edition.requirements[1:]))
    assert digest_of(harder) != digest_of(edition)


def test_a_transcript_comes_back_equal() -> None:
    transcript = (an_activity(), an_activity(relevant=True, minutes=50, approved_by=frozenset({"aama", "ancc"})))
    assert unpacked(packed(transcript)) == transcript
