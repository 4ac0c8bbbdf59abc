"""A packet is a tagged PDF that everybody can read: PDF/UA-1, language, title, bookmarks, page numbers, alternative texts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from recert.cli.language import sayer
from recert.packet.make import packet_pdf, steps_pdf, told_about
from tests.packet import cases


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every element of the tree that a screen reader walks."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as outline:
        return [
            str(title) for item in outline.root for title in (item.title, *(child.title for child in item.children))
        ]


def test_the_packet_passes_the_pdfua_check(mixed_pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "packet.pdf").write_bytes(mixed_pdf)
    done = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", tmp_path / "packet.pdf"], capture_output=True, check=False
    )
    assert (done.returncode, b"PASS (no findings)" in done.stdout) == (0, True)


def test_it_is_tagged_and_says_what_standard_it_keeps(mixed: pikepdf.Pdf) -> None:
    assert "/StructTreeRoot" in mixed.Root
    assert bool(mixed.Root.MarkInfo.Marked)
    with mixed.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Recertification packet: CMA (AAMA)"
    assert bool(mixed.Root.ViewerPreferences.DisplayDocTitle)


def test_its_pages_are_numbered(mixed: pikepdf.Pdf, mixed_pdf: bytes) -> None:
    assert mixed.Root.PageLabels.Nums[1].S == pikepdf.Name.D
    assert mixed.pages[-1].label == str(len(mixed.pages))


def test_its_bookmarks_lead_to_every_part_and_every_certificate(mixed: pikepdf.Pdf) -> None:
    found = bookmarks(mixed)
    assert [name for name in found if not name.startswith("No.")] == [
        "Letter",
        "Activities",
        "Requirements",
        "Certificates",
        "Course descriptions",
    ]
    assert "No. 3: Medical communication, 2023-09-12" in found


def test_every_figure_has_a_text_of_its_own(mixed: pikepdf.Pdf) -> None:
    texts = [str(each.Alt) for each in elements(mixed.Root.StructTreeRoot) if each.S == "/Figure"]
    assert len(texts) == len(set(texts)) == 5
    assert (
        "Certificate no. 7, page 2 of 2: “Coding update”, Coders' Guild, 2025-08-02. From Coding update.jpg." in texts
    )


def test_its_tables_have_head_cells(mixed: pikepdf.Pdf) -> None:
    heads = [each for each in elements(mixed.Root.StructTreeRoot) if each.S == "/TH"]
    assert len(heads) == 7 + 5 + 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_names_its_language(language: str) -> None:
    packet = cases.packet(cases.RMA_ROWS, credential="rma-amt", cycle=cases.RMA)
    made = packet_pdf(packet, told_about(packet), language=language, say=sayer(language))
    with pikepdf.open(BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang).startswith(language)


def test_the_sheet_for_the_holder_passes_too(tmp_path: Path) -> None:
    packet = cases.packet(cases.ALL_APPROVED)
    (tmp_path / "steps.pdf").write_bytes(steps_pdf(packet, told_about(packet)))
    done = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", tmp_path / "steps.pdf"], capture_output=True, check=False
    )
    assert done.returncode == 0


def images(page: pikepdf.Page) -> list[pikepdf.Stream]:
    return [each for each in page.resources.get("/XObject", {}).values() if each.Subtype == "/Image"]


def test_each_certificate_is_in_the_file_as_it_was_drawn(mixed: pikepdf.Pdf) -> None:
    papers = cases.mixed_papers()
    given = [picture.jpeg for name in ("e", "f", "g", "h") for picture in papers[name].certificate]
    shown = [image.read_raw_bytes() for page in mixed.pages for image in images(page)]
    assert sorted(shown) == sorted(given)


def test_a_page_lies_on_its_side_where_its_certificate_does(mixed: pikepdf.Pdf) -> None:
    sideways = [page for page in mixed.pages if images(page) and page.mediabox[2] > page.mediabox[3]]
    assert len(sideways) == 1
    [image] = images(sideways[0])
    assert (int(image.Width), int(image.Height)) == (1100, 850)
