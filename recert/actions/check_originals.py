"""Hash every original again, and draw page images anew that are damaged: nothing rots unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recert.actions.open_vault import previews, vault
from recert.actions.show_page import NoPicture, picture_of
from recert.records.models import Certificate, StoredFile

JPEG_BEGINS, JPEG_ENDS = b"\xff\xd8", b"\xff\xd9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Originals:
    """What a look at every file has found."""

    whole: int
    bytes: int
    problems: tuple[str, ...]
    """One sentence to each original that is missing or damaged."""
    orphans: int
    """Files that no row knows: something stopped before its row was written. The next sweep deletes them."""
    redrawn: int
    """Page images that were damaged."""


def check_originals() -> Originals:
    known = {file.digest: file for file in StoredFile.objects.order_by("pk")}
    there = set(vault().digests())
    problems = {digest: said for digest in known if (said := _problem_of(digest, there))}
    whole = [file for digest, file in known.items() if digest not in problems]
    return Originals(
        whole=len(whole),
        bytes=sum(file.size for file in whole),
        problems=tuple(problems.values()),
        orphans=len(there - set(known)) + len(vault().unfinished()),
        redrawn=sum(_drawn_again(picture, there - set(problems)) for picture in _damaged()),
    )


def _problem_of(digest: str, there: set[str]) -> str | None:
    if digest in there and vault().is_whole(digest):
        return None
    what = "is damaged" if digest in there else "is missing"
    papers = Certificate.objects.filter(file__digest=digest).order_by("pk").values_list("pk", flat=True)
    named = ", ".join(f"/certificates/{pk}/" for pk in papers) or "no certificate"
    path = vault().path_of(digest)
    return f"The original {path} ({named}) {what}: restore it from a backup, or hand the same file in again."


def _damaged() -> Iterator[Path]:
    for picture in sorted(previews().rglob("*.jpg")):
        content = picture.read_bytes()
        if content and not (content.startswith(JPEG_BEGINS) and content.endswith(JPEG_ENDS)):
            yield picture


def _drawn_again(picture: Path, sound: set[str]) -> bool:
    """A picture whose original is gone is only taken away."""
    digest, *numbers = picture.stem.split("-")
    picture.unlink(missing_ok=True)
    if digest not in sound or len(numbers) not in (1, 2) or not all(number.isdecimal() for number in numbers):
        return False
    page, *turns = (int(number) for number in numbers)
    try:
        return bool(picture_of(digest, page, turns[0] if turns else None))
    except NoPicture:
        return False
