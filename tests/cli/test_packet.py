"""`recert packet` writes one PDF, ready or not, and says which."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from tests.cli.conftest import Ask

DANA = "packet dana.csv --credential cma-aama --certified 2021-11-05 --as-of 2026-11-01 -o packet.pdf"


def words(name: str = "packet.pdf") -> str:
    with pypdfium2.PdfDocument(Path(name)) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_the_packet_is_written_though_dana_is_not_ready(ask: Ask) -> None:
    answer = ask(DANA)
    assert (answer.status, answer.err) == (1, "")
    assert "Not ready yet" in words()


def test_approved_activities_need_no_proof(ask: Ask) -> None:
    ask(DANA)
    assert "on your official transcript: no proof needed" in words()
