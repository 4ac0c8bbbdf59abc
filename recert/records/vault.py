"""The vault: originals in a folder, each under the digest of its bytes, written once and safe before it is owned."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

CHUNK = 1024 * 1024
ARRIVING = "arriving"


class TooLarge(Exception):
    """More bytes arrived than may be kept; nothing was kept."""


class NothingInIt(Exception):
    """Not one byte arrived."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is in the vault, whatever happens to the power; `head` is how it begins."""

    digest: str
    size: int
    head: bytes


class Vault:
    """`files/ab/abcdef…` in the data folder. What is half-written lies in `files/arriving` and belongs to nobody."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def keep(self, chunks: Iterable[bytes], *, most: int) -> Kept:
        """Write, hash, fsync, rename into place, fsync the folder; only then is it kept.

        :raises TooLarge: as soon as more than `most` bytes have arrived.
        :raises NothingInIt: when none have.
        """
        draft = self._made(self.folder / ARRIVING) / secrets.token_hex(16)
        try:
            kept = _written(draft, chunks, most)
            place = self.path_of(kept.digest)
            self._made(place.parent)
            # The same bytes again replace themselves, which also heals a damaged copy.
            draft.replace(place)
            _settle(place.parent)
            return kept
        finally:
            draft.unlink(missing_ok=True)

    def forget(self, digest: str) -> None:
        """Delete a file; for those who hold the vault alone and know that nobody owns it."""
        self.path_of(digest).unlink(missing_ok=True)

    def is_whole(self, digest: str) -> bool:
        """Whether the file is there and its bytes are still those it was named by."""
        found = sha256()
        try:
            with self.path_of(digest).open("rb") as file:
                while chunk := file.read(CHUNK):
                    found.update(chunk)
        except FileNotFoundError:
            return False
        return found.hexdigest() == digest

    def digests(self) -> Iterator[str]:
        """Every file that is there."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(file.name for file in folder.iterdir())

    def unfinished(self) -> list[Path]:
        """What was arriving when something stopped it."""
        return sorted((self.folder / ARRIVING).glob("*"))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nothing is deleted from the vault meanwhile: held from before a file is kept until its row is."""
        with self._lock() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH)
            yield

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether nobody else is keeping anything just now. It never waits, so that it cannot wait in a ring."""
        with self._lock() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True

    @contextmanager
    def _lock(self) -> Iterator[int]:
        self._made(self.folder)
        lock = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            yield lock
        finally:
            os.close(lock)

    def _made(self, folder: Path) -> Path:
        """A folder that a power cut cannot take away again."""
        if not folder.is_dir():
            self._made(folder.parent)
            folder.mkdir(mode=0o700, exist_ok=True)
            _settle(folder.parent)
        return folder


def _written(draft: Path, chunks: Iterable[bytes], most: int) -> Kept:
    digest, size, head = sha256(), 0, b""
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise TooLarge
            head = head or chunk[:64]
            digest.update(chunk)
            file.write(chunk)
        if not size:
            raise NothingInIt
        file.flush()
        os.fsync(file.fileno())
    return Kept(digest.hexdigest(), size, head)


def _settle(folder: Path) -> None:
    """Make what happened in a folder outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
