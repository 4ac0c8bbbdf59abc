"""Hand the actor everything about them as one ZIP, sent while it is written; it opens without us and comes back equal."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any

from django.db import transaction
from django.utils import timezone

from recert import __version__
from recert.actions.describe_person import account_of, trail_of
from recert.actions.export_transcript import export_transcript
from recert.actions.open_vault import vault
from recert.capture.archives import FORM, NUMBER, Entry, streamed
from recert.capture.archives.form import CHUNK
from recert.records.models import Application, Certificate, Holding, Person, RulesInForce, StoredFile, StoredVerdict
from recert.records.numbering import renamed
from recert.records.portable import TABLES
from recert.records.written import numbered, renaming, written

IN_MEMORY = 1024 * 1024
Rows = Iterable[Mapping[str, Any]]
Pages = Callable[[Mapping[str, list[Any]]], Mapping[str, str]]
"""Makes the readable pages of an export, by name, from its tables."""

READ_BY_PEOPLE = ("export", "account", "holdings", "activities", "certificates", "drafts", "files")
"""The tables that the readable pages are made from; the others may be long."""


class Sending(Iterator[bytes]):
    """The bytes of an export. Closed before its end, or before its beginning, it lets go of what it holds."""

    def __init__(self, entries: Iterable[Entry], now: datetime, held: ExitStack) -> None:
        at = now.astimezone(UTC)
        self._chunks = streamed(entries, at=(at.year, at.month, at.day, at.hour, at.minute, at.second))
        self._held = held

    def __next__(self) -> bytes:
        try:
            return next(self._chunks)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._held.close()


@dataclass(frozen=True, slots=True)
class Export:
    """What to call the file, and its bytes as they come."""

    name: str
    chunks: Sending


def export_everything(actor: Person, *, pages: Pages) -> Export:
    """The tables are written down at one moment, before the first byte is sent; the papers follow one by one."""
    now = timezone.now()
    with ExitStack() as held:
        held.enter_context(vault().held())
        tables, shown = _written_down(actor, now, held)
        texts = {**pages(shown), "transcript.json": _text(shown["transcript"][0])}
        entries = [
            *(Entry(name, [text.encode()]) for name, text in texts.items()),
            *(Entry(f"data/{name}.json", _pieces(file)) for name, file in tables.items()),
            *(Entry(paper["path"], _paper(paper["digest"])) for paper in shown["files"]),
        ]
        return Export(f"recert-{actor.day_at(now)}.zip", Sending(entries, now, held.pop_all()))


@transaction.atomic
def _written_down(actor: Person, now: datetime, held: ExitStack) -> tuple[dict[str, IO[bytes]], dict[str, list[Any]]]:
    """Every table as a file of its own, aside; and those that people read, once more as they are."""
    # Whoever changes something of this person waits, so that the tables fit together.
    person = Person.objects.select_for_update().get(pk=actor.pk)
    files: dict[str, IO[bytes]] = {}
    shown: dict[str, list[Any]] = {}
    for name, rows in _tables(person, now):
        files[name] = held.enter_context(tempfile.SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 -- held above
        kept: list[Any] = shown.setdefault(name, [])
        _write_rows(files[name], rows, kept if name in READ_BY_PEOPLE else None)
    shown["standing"] = list(_answers(person))
    shown["transcript"] = [renamed(export_transcript(person), renaming(numbered(person)))]
    return files, shown


def _answers(person: Person) -> Iterator[dict[str, Any]]:
    """What was last answered about each cycle."""
    holdings = numbered(person)[Holding]
    last = StoredVerdict.objects.filter(holding__person=person).order_by("pk")
    for pk, document in last.filter(is_current=True).values_list("holding", "document"):
        yield {"holding": holdings.of(pk), "document": document}


def _tables(person: Person, now: datetime) -> Iterator[tuple[str, Rows]]:
    about = {"form": FORM, "number": NUMBER, "recert": __version__, "exported_at": now.isoformat()}
    yield "export", [{**about, "of": person.email}]
    yield "account", [account_of(person)]
    numbers = numbered(person)
    for name, table in TABLES.items():
        rows = table.rows(person).iterator(chunk_size=100)
        yield name, (written(row, table, numbers) for row in rows)
    yield "trail", trail_of(person)
    yield "rules", _rules(person)
    yield "files", list(_files(person))


def _rules(person: Person) -> Rows:
    used = TABLES["verdicts"].rows(person).values_list("rules", flat=True)
    names = ("digest", "credential", "edition", "rules")
    for row in RulesInForce.objects.filter(pk__in=list(used)).order_by("digest"):
        yield {name: getattr(row, name) for name in names}


def _files(person: Person) -> Iterator[dict[str, Any]]:
    sent = Application.objects.filter(holding__person=person).exclude(packet=None).select_related("holding")
    names = {row.packet_id: f"packet {row.holding.credential} {row.sent_on}.pdf" for row in sent.order_by("-id")}
    names |= {row.file_id: row.name for row in Certificate.objects.filter(person=person).order_by("-id")}
    papers = StoredFile.objects.filter(pk__in=[pk for pk in names if pk is not None])
    for number, file in enumerate(sorted(papers, key=lambda file: file.digest), start=1):
        path = f"originals/{number:04d} {safe_name(names[file.pk])}"
        yield {"path": path, "digest": file.digest, "size": file.size, "media_type": file.media_type}


def safe_name(name: str) -> str:
    r"""A name that every system can give to a file.

    >>> safe_name('CPR: "July"/../card.pdf'), safe_name("...")
    ('CPR July .. card.pdf', 'paper')
    """
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]+', " ", name)
    words = " ".join(plain.split()).strip(". ")
    stem, dot, ending = words.rpartition(".")
    return f"{stem[:100]}{dot}{ending[-20:]}".strip(". ") or "paper"


def _write_rows(file: IO[bytes], rows: Rows, kept: list[Any] | None) -> None:
    """A JSON array with one row to a line, so that it can be read back line by line."""
    file.write(b"[")
    for number, row in enumerate(rows):
        file.write((",\n" if number else "\n").encode() + _line(row))
        if kept is not None:
            kept.append(row)
    file.write(b"\n]\n")


def _line(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()


def _text(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(CHUNK):
        yield piece


def _paper(digest: str) -> Iterator[bytes]:
    with vault().path_of(digest).open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece
