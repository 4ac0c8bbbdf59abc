"""The image of a page of a paper: derived from the original, kept, and made again whenever it is missing."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from recert.actions.open_vault import previews, vault
from recert.capture.certificates import CannotBeRead, preview
from recert.records.models import Certificate, Person

WIDTH = 1_000
MOST_PAGES = 40


class NoPicture(Exception):
    """There is no such page, or it cannot be drawn; the original is there all the same."""


def show_page(actor: Person, *, certificate_id: int, page: int) -> bytes:
    """A JPEG.

    :raises NoPicture: when the page cannot be drawn.
    :raises DoesNotExist: when the paper is not the actor's.
    """
    paper = Certificate.objects.select_related("file").get(person=actor, pk=certificate_id)
    return picture_of(paper.file.digest, page, turns_of(paper, page))


def turns_of(paper: Certificate, page: int) -> int | None:
    """How the reader turned a page that it looked at, kept with every field it found there; None for text."""
    read = (field for draft in paper.drafts.only("fields") for field in draft.fields.values())
    return next(
        (field["turns"] for field in read if field.get("page") == page and field.get("turns") is not None), None
    )


def picture_of(digest: str, page: int, turns: int | None = None) -> bytes:
    """What was tried in vain is not tried again: an empty file says so, until the previews are cleared.

    A page with `turns` is drawn as it was read, straightened and upright, so that the places on it fit.
    """
    if not 1 <= page <= MOST_PAGES:
        raise NoPicture
    place = place_of(digest, page, turns)
    if not place.exists():
        _keep(place, _drawn(vault().path_of(digest), page, turns))
    if picture := place.read_bytes():
        return picture
    raise NoPicture


def place_of(digest: str, page: int, turns: int | None = None) -> Path:
    turned = "" if turns is None else f"-{turns}"
    return previews() / digest[:2] / f"{digest}-{page}{turned}.jpg"


def _drawn(original: Path, page: int, turns: int | None) -> bytes:
    try:
        return preview(original, page=page, width=WIDTH, turns=turns)
    except CannotBeRead:
        return b""


def _keep(place: Path, picture: bytes) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.{secrets.token_hex(8)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(picture)
    draft.replace(place)


def forget_pictures(digest: str) -> None:
    for picture in (previews() / digest[:2]).glob(f"{digest}-*"):
        picture.unlink(missing_ok=True)
