"""Read an export: every name, size and digest is held against what it must be before a row of it is believed."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any, BinaryIO

from recert.capture.archives import form
from recert.capture.archives.form import ArchiveRefused, Original
from recert.capture.archives.listing import checked_listing

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Archive:
    """An export that has been opened: its names are right; `check` reads every byte of it once."""

    def __init__(self, file: BinaryIO) -> None:
        """:raises ArchiveRefused: unless it is a ZIP with the names and sizes of an export."""
        self._zip, self._listed = checked_listing(file)

    @property
    def tables(self) -> list[str]:
        """The names of the tables that are in it."""
        found = [name for name in self._listed if form.TABLE.fullmatch(name)]
        return [name[len("data/") : -len(".json")] for name in found]

    def about(self) -> dict[str, Any]:
        """Who it is of, when and by which Recert it was made. :raises ArchiveRefused: when it is none, or too new."""
        rows = list(self.rows("export"))
        about = rows[0] if rows else {}
        if about.get("form") != form.FORM or type(about.get("number")) is not int:
            raise ArchiveRefused(form.NOT_OURS, name=form.ABOUT)
        if about["number"] > form.NUMBER:
            raise ArchiveRefused(form.NEWER, found=about["number"], known=form.NUMBER)
        return about

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of one table, one at a time. :raises ArchiveRefused: when one is no row."""
        name = f"data/{table}.json"
        if name not in self._listed:
            return
        for number, line in enumerate(self._lines(name)):
            if line in {b"[", b"]", b"[]", b""}:
                continue
            if number > form.MOST_ROWS:
                raise ArchiveRefused(form.SWOLLEN, name=name)
            yield self._row(name, line)

    def originals(self) -> dict[str, Original]:
        """The papers by their digest. :raises ArchiveRefused: when the list and the papers do not fit together."""
        found = {}
        for row in self.rows("files"):
            try:
                paper = Original(row["path"], row["digest"], int(row["size"]), str(row["media_type"]))
            except (KeyError, TypeError, ValueError):
                raise ArchiveRefused(form.UNREADABLE, name=form.FILES) from None
            listed = self._listed.get(str(paper.path))
            if not form.DIGEST.fullmatch(str(paper.digest)) or listed is None or listed.file_size != paper.size:
                raise ArchiveRefused(form.ALTERED, name=paper.path)
            found[paper.digest] = paper
        return found

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of one entry, never more than it was listed with."""
        left = self._listed[name].file_size
        try:
            with self._zip.open(self._listed[name]) as entry:
                while chunk := entry.read(form.CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise ArchiveRefused(form.SWOLLEN, name=name)
                    yield chunk
        except ArchiveRefused:
            raise
        except BROKEN:
            raise ArchiveRefused(form.DAMAGED, name=name) from None
        if left:
            raise ArchiveRefused(form.DAMAGED, name=name)

    def check(self) -> None:
        """Read everything once. :raises ArchiveRefused: at the first thing that is not as it was written."""
        self.about()
        promised = self._sums()
        papers = {paper.path: digest for digest, paper in self.originals().items()}
        for name in self._listed:
            if name == form.SUMS:
                continue
            found = _digest(self.chunks(name))
            if promised.get(name) != found or papers.get(name, found) != found:
                raise ArchiveRefused(form.ALTERED, name=name)
            if form.ORIGINAL.fullmatch(name) and name not in papers:
                raise ArchiveRefused(form.STRANGE, name=name)
        if missing := sorted(set(promised) - set(self._listed)):
            raise ArchiveRefused(form.NOT_OURS, name=missing[0])
        for table in self.tables:
            _exhaust(self.rows(table))

    def _sums(self) -> dict[str, str]:
        lines = b"".join(self.chunks(form.SUMS)).decode("utf-8", "replace").splitlines()
        pairs = [line.partition("  ") for line in lines]
        return {name: digest for digest, _, name in pairs}

    def _lines(self, name: str) -> Iterator[bytes]:
        rest = b""
        for chunk in self.chunks(name):
            *whole, rest = (rest + chunk).split(b"\n")
            if len(rest) > form.MOST_LINE:
                raise ArchiveRefused(form.SWOLLEN, name=name)
            yield from whole
        yield rest

    def _row(self, name: str, line: bytes) -> dict[str, Any]:
        try:
            row = json.loads(line.rstrip(b","), parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            raise ArchiveRefused(form.UNREADABLE, name=name) from None
        if not isinstance(row, dict):
            raise ArchiveRefused(form.UNREADABLE, name=name)
        return row


def _digest(chunks: Iterator[bytes]) -> str:
    found = sha256()
    for chunk in chunks:
        found.update(chunk)
    return found.hexdigest()


def _exhaust(rows: Iterator[object]) -> None:
    for _ in rows:
        pass


def _refuse_constant(constant: str) -> Callable[[], None]:
    raise ValueError(constant)
