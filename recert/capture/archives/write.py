"""Write a ZIP while it is being sent: no more of it is in memory than the piece at hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from recert.capture.archives.form import SUMS

OWNER_ONLY = 0o100600 << 16
FAST = 1
Moment = tuple[int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to be: its name, and its bytes as they come."""

    name: str
    chunks: Iterable[bytes]


class Sink:
    """What zipfile writes to; taken away piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """There is nothing to wait for."""

    def take(self) -> bytes:
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def streamed(entries: Iterable[Entry], *, at: Moment) -> Iterator[bytes]:
    """The bytes of the ZIP; its last entry lists the digest of every other, as `sha256sum -c` reads them."""
    sink = Sink()
    sums: list[str] = []
    with zipfile.ZipFile(sink, "w") as archive:  # type: ignore[call-overload]
        for entry in entries:
            found = sha256()
            yield from _written(archive, sink, entry, found.update, at)
            sums.append(f"{found.hexdigest()}  {entry.name}\n")
        yield from _written(archive, sink, Entry(SUMS, ["".join(sums).encode()]), _ignored, at)
    yield sink.take()


def _written(
    archive: zipfile.ZipFile, sink: Sink, entry: Entry, seen: Callable[[bytes], None], at: Moment
) -> Iterator[bytes]:
    listed = zipfile.ZipInfo(entry.name, date_time=at)
    # Deflated even where it saves nothing: a stored entry of unknown length is more than some programs can read.
    listed.compress_type, listed.external_attr = zipfile.ZIP_DEFLATED, OWNER_ONLY
    listed._compresslevel = FAST  # type: ignore[attr-defined]  # noqa: SLF001
    with archive.open(listed, "w") as into:
        for chunk in entry.chunks:
            seen(chunk)
            into.write(chunk)
            yield sink.take()
    yield sink.take()


def _ignored(_chunk: bytes) -> None:
    """The list of digests does not list itself."""
