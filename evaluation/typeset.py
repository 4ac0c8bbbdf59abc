"""Set a paper in type: a layout's Typst file with the paper's own words, as a PDF with a text layer."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import Any

import typst

from evaluation.days import is_day, printed
from evaluation.truth import Entry, Paper

TYPEFACES = ("font-caladea", "font-intuitive", "font-lato", "font-source-sans-pro")
MADE_AT = 1_790_000_000
"""Seconds since 1970: the moment every paper says it was made."""
OPENING = """
#let data = json(bytes(sys.inputs.data))
#let d = data.at(0)
#let also = d.also
"""


def typeset(paper: Paper) -> bytes:
    """The paper as a PDF, the same bytes on every machine."""
    return bytes(
        typst.compile(source(paper), font_paths=_fonts(), sys_inputs={"data": words(paper)}, timestamp=MADE_AT)
    )


def source(paper: Paper) -> bytes:
    """The layout, ready for Typst."""
    return (OPENING + paper.template.read_text(encoding="utf-8")).encode()


def words(paper: Paper) -> str:
    """What is printed on the paper, as JSON."""
    return json.dumps([_words(entry) for entry in paper.entries], ensure_ascii=False)


@cache
def _fonts() -> Any:
    folders = {
        str(Path(str(file.locate())).parent) for name in TYPEFACES for file in files(name) or () if _face(file.name)
    }
    return typst.Fonts(include_system_fonts=False, font_paths=sorted(folders))


def _face(name: str) -> bool:
    return name.endswith((".ttf", ".otf"))


def _words(entry: Entry) -> dict[str, Any]:
    return {**_shown(entry.optional), **_shown(entry.fields), "also": _shown(entry.also), "kind": entry.kind}


def _shown(values: Any) -> dict[str, Any]:
    return {name: printed(one) if isinstance(one, str) and is_day(one) else one for name, one in values.items()}
