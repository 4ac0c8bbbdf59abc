"""A certificate read in a process of its own says the same, and a hostile one ends in a sentence."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from recert.capture.certificates import CannotBeRead, Limits, preview, read_apart
from recert.capture.certificates.parcel import packed, unpacked
from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.read import read_file
from tests.capture.certificates.papers import DIPLOMA, pdf


@pytest.fixture
def diploma(tmp_path: Path) -> Path:
    path = tmp_path / "wound.pdf"
    path.write_bytes(pdf(DIPLOMA))
    return path


def refused(content: bytes, folder: Path, name: str = "paper.pdf", limits: Limits | None = None) -> str:
    path = folder / "stranger"
    path.write_bytes(content)
    with pytest.raises(CannotBeRead) as why:
        read_apart(path, name, limits=limits or Limits())
    return str(why.value)


def pixels(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be very large."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)

    header = chunk(b"IHDR", width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


def pages(count: int) -> bytes:
    file, out = pikepdf.new(), io.BytesIO()
    for _ in range(count):
        file.add_blank_page()
    file.save(out)
    return out.getvalue()


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(DIPLOMA))) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def test_it_says_the_same_as_reading_here(diploma: Path) -> None:
    assert read_apart(diploma, "wound.pdf") == read_file(diploma.read_bytes(), "wound.pdf")


def test_nothing_is_lost_on_the_way_between_the_processes(diploma: Path) -> None:
    reading = read_file(diploma.read_bytes(), "wound.pdf")
    assert unpacked(packed(reading)) == reading
    assert "Wound Assessment" in reading.texts[0]


def test_a_page_can_be_looked_at(diploma: Path) -> None:
    with Image.open(io.BytesIO(preview(diploma, page=1, width=400))) as picture:
        assert (picture.format, picture.width) == ("JPEG", 400)
    with pytest.raises(CannotBeRead, match="has no page 2"):
        preview(diploma, page=2)


def test_boxes_stand_on_the_page_as_it_is_drawn_with_its_turns(tmp_path: Path) -> None:
    page = Pdf(pdf(DIPLOMA), "wound.pdf").page(1).drawn(2000).transpose(Image.Transpose.ROTATE_90)
    page.save(tmp_path / "sideways.png")
    reading = read_apart(tmp_path / "sideways.png", "sideways.png")
    (turns,) = reading.turns
    with Image.open(io.BytesIO(preview(tmp_path / "sideways.png", turns=turns))) as picture:
        assert picture.width > picture.height
        left, top, right, bottom = reading.entries[0].fields["holder"].box
        wide, high = picture.size
        name = picture.convert("L").crop((int(left * wide), int(top * high), int(right * wide), int(bottom * high)))
    assert min(name.tobytes()) < 80
    assert 0.2 < top < 0.45


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\x00" * 40, "is empty"),
        (b"<!doctype html><html><body>Certificate", "is a web page"),
        (b"%PDF-1.7\n<html>Certificate</html>", "is damaged or incomplete"),
        (b"PK\x03\x04 a spreadsheet", "is not a PDF, photo or scan"),
        (b"\xff\xd8\xff\xe0 no picture", "is damaged or incomplete"),
        (pdf(DIPLOMA)[:1500], "is damaged or incomplete"),
        (pixels(30_000, 28_000), "840 megapixels large; we read up to"),
        (pixels(3000, 3000), "is damaged or incomplete"),
        (pages(100), "has 100 pages; we read up to 60"),
        (locked(), "is locked with a password"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, said: str, tmp_path: Path) -> None:
    assert said in refused(content, tmp_path)


def test_a_picture_with_a_wrong_name_is_read_all_the_same(tmp_path: Path) -> None:
    Image.new("RGB", (200, 100), "white").save(tmp_path / "paper.pdf", "PNG")
    assert read_apart(tmp_path / "paper.pdf", "paper.pdf").media_type == "image/png"


def test_a_reader_that_takes_too_long_is_ended(diploma: Path) -> None:
    with pytest.raises(CannotBeRead, match="more time or memory"):
        read_apart(diploma, "wound.pdf", limits=Limits(seconds=0))


def test_a_reader_that_grows_is_ended(tmp_path: Path) -> None:
    Image.effect_noise((3000, 3000), 50).save(tmp_path / "noise.png")
    with pytest.raises(CannotBeRead, match="more time or memory"):
        read_apart(tmp_path / "noise.png", "noise.png", limits=Limits(memory=60 << 20))


@pytest.mark.parametrize(
    "words", ["completed the online live course ", "issue date 1/1/2020 ", "certifies that ", "x: "]
)
def test_a_page_made_to_keep_us_busy_is_read_all_the_same(words: str, tmp_path: Path) -> None:
    (tmp_path / "busy.pdf").write_bytes(pdf(f'#set page(paper: "us-letter", height: 100cm)\n{words * 900}'))
    assert read_apart(tmp_path / "busy.pdf", "busy.pdf", limits=Limits(computing=20)).page_count >= 1
