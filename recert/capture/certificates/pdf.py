"""The pages of a PDF: the words of its text layer with their places, and pictures of pages that have none."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from math import pi

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from recert.capture.certificates.letters import Letter, lines_of, words_of
from recert.capture.certificates.unreadable import DAMAGED, ENCRYPTED, TOO_MANY_PAGES, CannotBeRead
from recert.capture.certificates.words import Word

MOST_PAGES = 60
MOST_SIGNS = 30_000
LEANING = 0.17
"""Ten degrees."""
FINE = 10_000
"""Steps along the longer side of a page in which words are placed."""
TALLEST = 14_400
HYPHEN = 2
RULE = re.compile(r"[_.·…*=–—-]{3,}")
"""A line to write on, or dots that lead to a value: no words, whatever letters they are drawn with."""


class Pdf:
    """An open PDF."""

    def __init__(self, content: bytes, name: str) -> None:
        try:
            self._document = pypdfium2.PdfDocument(content)
            self.page_count = len(self._document)
        except pypdfium2.PdfiumError as error:
            raise CannotBeRead(ENCRYPTED if "password" in str(error).lower() else DAMAGED, file=name) from None
        if self.page_count == 0:
            raise CannotBeRead(DAMAGED, file=name)
        if self.page_count > MOST_PAGES:
            raise CannotBeRead(TOO_MANY_PAGES, file=name, found=f"{self.page_count}", most=f"{MOST_PAGES}")
        self._name = name
        self._document.init_forms()

    def page(self, number: int) -> PdfPage:
        """The page by its number, from 1."""
        try:
            return PdfPage(self._document[number - 1])
        except pypdfium2.PdfiumError:
            raise CannotBeRead(DAMAGED, file=self._name) from None


class PdfPage:
    """One page: `words` and `drawn` agree on its size and on which way is up."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)  # what was filled into a form becomes text
        self._page = page
        width, height = page.get_size()
        width, height = min(max(width, 1.0), TALLEST), min(max(height, 1.0), TALLEST)
        scale = FINE / max(width, height)
        self.width, self.height = round(width * scale), round(height * scale)
        self.points = (width, height)

    def words(self) -> list[Word]:
        """The words of the text layer; none where it is hidden under a scan or was never meant to be read."""
        text = self._page.get_textpage()
        try:
            words = [word for word in self._words(text) if word.right > 0 and word.left < self.width]
        finally:
            text.close()
        return words if _readable(words) and not self._is_scan_with_hidden_text() else []

    def _words(self, text: pypdfium2.PdfTextPage) -> Iterator[Word]:
        letters: list[Letter] = []
        spaced = apart = False
        turned = self._turn(text)
        for index in range(min(text.count_chars(), MOST_SIGNS)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            sign = _sign(code)
            if sign.isspace() or code == 0xFFFE:
                spaced, apart = spaced or not pdfium.FPDFText_IsGenerated(text, index), True
            elif _is_askew(text, index, turned):
                continue
            elif box := self._place(text, index, turned):
                letters.append(Letter(sign, *box, after_space=spaced, after_gap=apart))
                spaced = apart = False
        for line in lines_of(letters):
            yield from (word for word in words_of(line) if not RULE.fullmatch(word.text))

    def _turn(self, text: pypdfium2.PdfTextPage) -> int:
        """By how many quarter turns most of the writing is turned against the page."""
        count = min(text.count_chars(), 400)
        angles = [round(pdfium.FPDFText_GetCharAngle(text, index) / 1.5708) % 4 for index in range(0, count, 3)]
        most = max(set(angles), key=angles.count) if angles else 0
        if most % 2:
            self.width, self.height = self.height, self.width
        return most

    def _place(self, text: pypdfium2.PdfTextPage, index: int, turned: int) -> tuple[int, int, int, int] | None:
        loose = pdfium.FS_RECTF()
        if not pdfium.FPDFText_GetLooseCharBox(text, index, loose):
            return None
        one, other = self._on_page(loose.left, loose.top, turned), self._on_page(loose.right, loose.bottom, turned)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])

    def _on_page(self, x: object, y: object, turned: int) -> tuple[int, int]:
        wide, high = (self.height, self.width) if turned % 2 else (self.width, self.height)
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(self._page, 0, 0, wide, high, 0, x, y, across, down)
        return _turned_back(across.value, down.value, wide, high, turned)

    def _is_scan_with_hidden_text(self) -> bool:
        """A picture over the whole page, and text that is not painted: somebody else's OCR."""
        picture = any(
            _covers(each, self._page) for each in self._page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2)
        )
        if not picture:
            return False
        texts = list(self._page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], max_depth=2))
        modes = [pdfium.FPDFTextObj_GetTextRenderMode(each) for each in texts[:50]]
        return bool(modes) and all(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE for mode in modes)

    def has_pictures(self) -> bool:
        return any(True for _ in self._page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))

    def drawn(self, longest: int) -> Image.Image:
        """A picture of the page, its longer side `longest` pixels."""
        scale = longest / max(self.points)
        picture: Image.Image = self._page.render(scale=scale, draw_annots=True).to_pil()
        return picture.convert("RGB")


def _sign(code: int) -> str:
    """A letter by its code; a hyphen that divides a word or ends a line comes under a code of its own."""
    if code == HYPHEN:
        return "-"
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _is_askew(text: pypdfium2.PdfTextPage, index: int, turned: int) -> bool:
    """Whether a letter leans away from the rest of the page: a seal's, a watermark's, or one up the margin."""
    off = (pdfium.FPDFText_GetCharAngle(text, index) - turned * pi / 2) % (2 * pi)
    return bool(min(off, 2 * pi - off) > LEANING)


def _covers(picture: pypdfium2.PdfObject, page: pypdfium2.PdfPage) -> bool:
    left, bottom, right, top = picture.get_bounds()
    width, height = page.get_size()
    return bool((right - left) * (top - bottom) > 0.7 * width * height)


def _turned_back(x: int, y: int, wide: int, high: int, turned: int) -> tuple[int, int]:
    return {0: (x, y), 1: (y, wide - x), 2: (wide - x, high - y), 3: (high - y, x)}[turned]


def _readable(words: list[Word]) -> bool:
    """A few words at least, made of letters and figures rather than of signs without meaning."""
    text = RULE.sub("", "".join(word.text for word in words))
    plain = sum(sign.isalnum() and sign.isprintable() for sign in text)
    return len(words) >= 8 and plain > 0.75 * len(text)
