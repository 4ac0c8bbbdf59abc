"""Draw the set into a folder that may be thrown away: what is there already is not drawn again."""

from __future__ import annotations

import os
from pathlib import Path

from evaluation.pictures import LOOKS, handed_in
from evaluation.truth import Paper
from evaluation.typeset import typeset

FOLDER = Path(__file__).parents[1] / "build" / "evaluation"


def drawn(paper: Paper, look: str, folder: Path = FOLDER) -> Path:
    """The file of a paper in one look. Sources newer than it draw it again."""
    there = [one for one in folder.glob(f"{paper.name}-{look}.*") if one.suffix != ".part"]
    if there and there[0].stat().st_mtime > _newest(paper):
        return there[0]
    handed = handed_in(paper, typeset(paper), look)
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{handed.name}.{os.getpid()}.part"
    part.write_bytes(handed.content)
    return part.replace(folder / handed.name)


def draw(papers: list[Paper], looks: tuple[str, ...] = LOOKS) -> list[tuple[Paper, str, Path]]:
    """Every paper in every look."""
    return [(paper, look, drawn(paper, look)) for paper in papers for look in looks]


def _newest(paper: Paper) -> float:
    """When what the file depends on last changed."""
    code = Path(__file__).parent
    sources = [
        paper.template,
        paper.template.parent / "truth.yaml",
        *code.glob("p*.py"),
        code / "scan.py",
        code / "typeset.py",
    ]
    return max(file.stat().st_mtime for file in sources)
