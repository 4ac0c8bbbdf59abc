"""The mixed packet as a file, made once."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from recert.packet.make import packet_pdf, told_about
from tests.packet import cases


def text_of(pdf: bytes) -> str:
    """All words of a PDF, in order, with single spaces."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.fixture(scope="session")
def mixed_pdf() -> bytes:
    packet = cases.packet(cases.MIXED, papers=cases.mixed_papers())
    return packet_pdf(packet, told_about(packet, route="mail"))


@pytest.fixture
def mixed(mixed_pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(mixed_pdf))
