"""Strangers' papers become upright pictures of their pages, and a hostile one costs only itself."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from recert.capture.pages import pages_apart
from recert.capture.pages.draw import LONGEST
from tests.papers import pdf


def scan(size: tuple[int, int] = (1700, 2200), **how: object) -> Image.Image:
    """A white page with a black bar at its top."""
    page = Image.new("RGB", size, "white")
    ImageDraw.Draw(page).rectangle((0, 0, size[0], size[1] // 10), fill="black")
    return page


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


def dark(picture: Image.Image, x: float, y: float) -> bool:
    found = picture.convert("L").getpixel((int(x * picture.width), int(y * picture.height)))
    return isinstance(found, int) and found < 128


def test_every_page_of_a_pdf_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "three.pdf").write_bytes(pdf(pages=3))
    [paged] = pages_apart([tmp_path / "three.pdf"])
    assert (len(paged.pages), paged.trouble) == (3, "")
    assert max(paged.pages[0].width, paged.pages[0].height) == LONGEST


def test_a_photo_taken_sideways_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    scan().rotate(90, expand=True).save(tmp_path / "side.jpg", exif=exif)
    [paged] = pages_apart([tmp_path / "side.jpg"])
    picture = opened(paged.pages[0].jpeg)
    assert picture.height > picture.width
    assert dark(picture, 0.5, 0.03)
    assert not dark(picture, 0.5, 0.9)


def test_every_kind_of_picture_becomes_a_jpeg(tmp_path: Path) -> None:
    names = []
    for mode in ("RGB", "L", "1", "P", "RGBA", "CMYK"):
        names.append(tmp_path / f"{mode}.{'tif' if mode == 'CMYK' else 'png'}")
        scan((300, 400)).convert(mode).save(names[-1])
    assert [opened(paged.pages[0].jpeg).format for paged in pages_apart(names)] == ["JPEG"] * 6


def test_a_scanned_page_keeps_what_it_shows(tmp_path: Path) -> None:
    scan((2550, 3300)).save(tmp_path / "scan.pdf", resolution=300)
    [paged] = pages_apart([tmp_path / "scan.pdf"])
    assert dark(opened(paged.pages[0].jpeg), 0.5, 0.03)
    assert paged.pages[0].height == LONGEST


def test_papers_come_back_in_order(tmp_path: Path) -> None:
    names = [tmp_path / f"{number}.png" for number in range(7)]
    for number, name in enumerate(names):
        Image.new("RGB", (100 + number, 50), "white").save(name)
    drawn = pages_apart(names)
    assert [paged.path for paged in drawn] == names
    assert [paged.pages[0].width for paged in drawn] == [100 + number for number in range(7)]


def test_what_is_no_paper_says_so_and_spoils_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    (tmp_path / "b.jpg").write_bytes(b"not a picture")
    (tmp_path / "c.pdf").write_bytes(pdf())
    broken, text, fine = pages_apart([tmp_path / name for name in ("a.pdf", "b.jpg", "c.pdf")])
    assert (broken.trouble, text.trouble) == ("a PDF that cannot be opened", "no picture and no PDF")
    assert len(fine.pages) == 1


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    Image.new("1", (30_000, 30_000)).save(tmp_path / "bomb.png")
    (tmp_path / "c.pdf").write_bytes(pdf())
    bomb, fine = pages_apart([tmp_path / "bomb.png", tmp_path / "c.pdf"])
    assert (bomb.pages, bomb.trouble) == ((), "no picture and no PDF")
    assert len(fine.pages) == 1


def test_a_paper_that_ends_its_child_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "c.pdf").write_bytes(pdf())
    gone, fine = pages_apart([tmp_path / "not-there.pdf", tmp_path / "c.pdf"])
    assert (gone.pages, gone.trouble) == ((), "a paper that needs too much time or memory")
    assert len(fine.pages) == 1


WRITING = (
    "Riverside Learning certifies that the course was completed",
    "on the eleventh of June by somebody who came in person",
    "to every session and took the examination afterwards.",
    "Contact hours awarded: two. Keep this for your records.",
)


def letter() -> Image.Image:
    """A page of writing with a dark corner at its upper left."""
    page = Image.new("RGB", (1275, 1650), "white")
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, 120, 120), fill="black")
    for line, words in enumerate(WRITING * 4):
        pen.text((150, 200 + 80 * line), words, fill="black", font=ImageFont.load_default(32))
    return page


def test_pages_scanned_on_their_side_or_head_are_turned_until_they_read(tmp_path: Path) -> None:
    turns = {
        "left": Image.Transpose.ROTATE_90,
        "right": Image.Transpose.ROTATE_270,
        "head": Image.Transpose.ROTATE_180,
    }
    letter().save(tmp_path / "upright.png")
    for name, turn in turns.items():
        letter().transpose(turn).save(tmp_path / f"{name}.png")
    for paged in pages_apart([tmp_path / f"{name}.png" for name in ("upright", *turns)]):
        picture = opened(paged.pages[0].jpeg)
        assert picture.height > picture.width, paged.path
        assert dark(picture, 0.03, 0.03), paged.path


def test_a_photograph_without_writing_stays_as_it_is(tmp_path: Path) -> None:
    page = Image.new("RGB", (800, 600), "white")
    for column in range(0, 800, 40):
        ImageDraw.Draw(page).rectangle((column, 0, column + 15, 600), fill="navy")
    page.save(tmp_path / "fence.png")
    [paged] = pages_apart([tmp_path / "fence.png"])
    assert (paged.pages[0].width, paged.pages[0].height) == (800, 600)
