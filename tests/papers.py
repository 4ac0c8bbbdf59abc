"""Papers the tests share, drawn by code: a plain PDF, a photo of it, and drafts as the reader would give them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

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
    text = "BT /F1 20 Tf 60 520 Td 34 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(pages))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"]
    for n in range(pages):
        font = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 792 612] {font} /Contents {4 + 2 * n} 0 R >>",
            f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        ]
    return _assembled(objects)


def _assembled(objects: list[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return out + f"{end}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


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
