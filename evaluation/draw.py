"""Draw the set into a folder that may be thrown away: what is there already is not drawn again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from evaluation.pictures import LOOKS, handed_in
from evaluation.truth import Paper
from evaluation.typeset import source, typeset, words

FOLDER = Path(__file__).parents[1] / "build" / "evaluation"


def drawn(paper: Paper, look: str, folder: Path = FOLDER) -> Path:
    """The file of a paper in one look; drawn again when its words, its layout or the way of drawing changed."""
    stem = f"{paper.name}-{look}"
    stamp, key = folder / ".drawn" / stem, _key(paper)
    there = [one for one in folder.glob(f"{stem}.*") if one.suffix != ".part"]
    if there and stamp.exists() and stamp.read_text() == key:
        return there[0]
    handed = handed_in(paper, typeset(paper), look)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    for one in there:
        one.unlink(missing_ok=True)
    part = folder / f"{handed.name}.{os.getpid()}.part"
    part.write_bytes(handed.content)
    stamp.write_text(key)
    return part.replace(folder / handed.name)


def draw(papers: list[Paper], looks: tuple[str, ...] = LOOKS) -> list[tuple[Paper, str, Path]]:
    """Every paper in every look."""
    return [(paper, look, drawn(paper, look)) for paper in papers for look in looks]


def _key(paper: Paper) -> str:
    """What the file depends on, in short."""
    code = [(Path(__file__).parent / f"{name}.py").read_bytes() for name in ("pictures", "photo", "scan", "typeset")]
    return hashlib.sha256(b"".join([*code, source(paper), words(paper).encode()])).hexdigest()
