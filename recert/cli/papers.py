"""Find the papers of a transcript in a folder: by the file its row names, else by its number at the front of the name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from recert.capture.pages import Paged, pages_apart
from recert.packet.values import Papers, Picture
from recert.rules.transcript import Activity

DRAWABLE = frozenset({
    ".pdf", ".jpg", ".jpeg", ".png", ".heic", ".heif", ".tif", ".tiff", ".webp", ".gif", ".bmp"
})  # fmt: skip
DESCRIPTION = "description"
MOST_TEXT = 20_000
MOST_FILES = 2_000


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds for each activity, and what in it belongs to none or cannot be shown."""

    papers: Mapping[str, Papers] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the folder: what a row may call it, and what its name says."""

    path: Path
    names: frozenset[str]
    stem: str
    is_text: bool
    describes: bool

    def begins_with(self, start: str) -> bool:
        """Whether its name is an activity's id, or begins with it and a sign that ends it: 7.pdf, 7-front.jpg."""
        return self.stem.startswith(start) and (len(self.stem) == len(start) or self.stem[len(start)] in " -_.")


def _file(path: Path, folder: Path) -> _File:
    names = frozenset({path.name, path.relative_to(folder).as_posix(), f"{folder.name}/{path.name}"})
    stem = path.stem.casefold()
    return _File(path, names, stem, is_text=path.suffix.lower() == ".txt", describes=DESCRIPTION in stem)


@dataclass(slots=True)
class _Found:
    certificate: list[Path] = field(default_factory=list)
    description: list[Path] = field(default_factory=list)
    text: list[Path] = field(default_factory=list)


def papers_in(folder: Path, activities: Sequence[Activity]) -> Folder:
    """The papers in a folder, drawn and sorted to their activities.

    :raises click.UsageError: when the folder cannot be read.
    """
    files = _files(folder)
    known = [_file(path, folder) for path in files]
    found = {activity.id: _found(activity, known) for activity in activities}
    placed = {path for each in found.values() for path in (*each.certificate, *each.description, *each.text)}
    wanted = sorted({path for each in found.values() for path in (*each.certificate, *each.description)})
    drawn = {paged.path: paged for paged in pages_apart(wanted)}
    return Folder(
        papers={name: _papers(each, drawn) for name, each in found.items()},
        unplaced=tuple(str(path.relative_to(folder)) for path in files if path not in placed),
        troubles=tuple(f"{paged.path.name}: {paged.trouble}" for paged in drawn.values() if paged.trouble),
    )


def _files(folder: Path) -> list[Path]:
    try:
        files = sorted(path for path in folder.rglob("*") if _is_inside(path, folder))
    except OSError as error:
        raise click.UsageError(f"--certificates: {folder} cannot be read: {error.strerror}.") from None
    if len(files) > MOST_FILES:
        raise click.UsageError(f"--certificates: {folder} holds {len(files)} files, wanted at most {MOST_FILES}.")
    return [path for path in files if path.suffix.lower() in DRAWABLE or path.suffix.lower() == ".txt"]


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether it is a file of the folder itself: nothing hidden, and no link to somewhere else."""
    inside = path.resolve().is_relative_to(folder.resolve())
    return inside and path.is_file() and not path.name.startswith(".")


def _found(activity: Activity, files: Iterable[_File]) -> _Found:
    named, start = activity.certificate.strip().replace("\\", "/"), activity.id.casefold()
    found = _Found()
    begun: list[Path] = []
    for file in files:
        begins = file.begins_with(start)
        if file.describes and begins:
            (found.text if file.is_text else found.description).append(file.path)
        elif not file.is_text and named in file.names:
            found.certificate.append(file.path)
        elif begins and not file.is_text and not file.describes:
            begun.append(file.path)
    found.certificate = found.certificate or begun
    return found


def _papers(found: _Found, drawn: Mapping[Path, Paged]) -> Papers:
    text = "\n".join(_text(path) for path in found.text)
    return Papers(
        certificate=tuple(_pictures(found.certificate, drawn)),
        description=tuple(_pictures(found.description, drawn)),
        description_text=text,
    )


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(MOST_TEXT)


def _pictures(paths: Iterable[Path], drawn: Mapping[Path, Paged]) -> list[Picture]:
    return [
        Picture(jpeg=page.jpeg, width=page.width, height=page.height, file=path.name, page=number)
        for path in paths
        for number, page in enumerate(drawn[path].pages, 1)
    ]
