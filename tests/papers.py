"""Papers the tests share, drawn by code: a plain PDF, a photo of it, and drafts as the reader would give them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from recert.actions.demo_certificates import drawn
from recert.actions.keep_certificate import keep_certificate
from recert.records.models import Certificate, Draft, Person

LINES = (
    "CERTIFICATE OF COMPLETION",
    "This certifies that",
    "Dana Whitfield",
    "has completed",
    "Prior Authorization Step by Step",
    "Completion date: June 11, 2025",
    "2.0 contact hours",
    "Riverside Learning",
)


def pdf(lines: tuple[str, ...] = LINES, *, pages: int = 1) -> bytes:
    """A PDF with a text layer, written by hand so that nothing in it is a surprise."""
    return drawn(lines, pages=pages)


def sure(value: str, confidence: float = 0.95) -> dict[str, Any]:
    return {"value": value, "confidence": confidence, "box": [0.1, 0.2, 0.6, 0.25], "page": 1}


SURE_FIELDS = {
    "title": sure("Prior authorization step by step"),
    "earned_on": sure("2025-06-11"),
    "quantity": sure("2"),
    "unit": sure("contact_hour"),
    "provider": sure("Riverside Learning"),
}


@pytest.fixture
def vault_folder(settings: Any, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    settings.DATA = tmp_path
    return tmp_path


def hand_in(
    person: Person, content: bytes | None = None, *, name: str = "paper.pdf", key: str | None = None
) -> Certificate:
    """Keep a paper as somebody who uploads it does."""
    return keep_certificate(person, name=name, content=[content or pdf()], request_key=key)


def was_read(paper: Certificate, *entries: Mapping[str, Any], **fields: Any) -> Draft:
    """As if the reader had found these entries on the paper (one sure course unless others are given)."""
    Certificate.objects.filter(pk=paper.pk).update(state="read", pages=1)
    found = entries or ({"fields": {**SURE_FIELDS, **fields}},)
    drafts = [Draft.objects.create(certificate=paper, position=n, **entry) for n, entry in enumerate(found, 1)]
    return drafts[0]
