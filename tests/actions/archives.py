"""Exports in memory, taken apart and put together again, right or wrong."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from recert.actions.bring_back import Brought, bring_back
from recert.actions.export_everything import export_everything
from recert.records.models import Person

Parts = dict[str, bytes]


def exported(person: Person) -> bytes:
    return b"".join(export_everything(person, pages=no_pages).chunks)


def no_pages(_tables: Mapping[str, Any]) -> Mapping[str, str]:
    return {"index.html": "<!doctype html><title>Recert</title>"}


def parts_of(file: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def tables_of(file: bytes) -> dict[str, Any]:
    """Every table of an export, by name."""
    parts = {name: part for name, part in parts_of(file).items() if name.startswith("data/")}
    return {name[len("data/") : -len(".json")]: json.loads(part) for name, part in parts.items()}


def joined(parts: Parts) -> bytes:
    """A ZIP of these parts, with the digests they have now."""
    sums = "".join(f"{sha256(part).hexdigest()}  {name}\n" for name, part in parts.items() if name != "SHA256SUMS")
    return zipped({**parts, "SHA256SUMS": sums.encode()})


def zipped(parts: Parts) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return into.getvalue()


def changed(file: bytes, table: str, change: Any) -> bytes:
    """The export with the rows of one table changed, and every digest right again."""
    parts = parts_of(file)
    rows = json.loads(parts[f"data/{table}.json"])
    change(rows)
    lines = ",\n".join(json.dumps(row) for row in rows)
    parts[f"data/{table}.json"] = f"[\n{lines}\n]\n".encode()
    return joined(parts)


def brought(person: Person, file: bytes, **options: Any) -> Brought:
    import tempfile

    with tempfile.TemporaryFile() as upload:
        upload.write(file)
        upload.flush()
        return bring_back(person, file=upload, **options)
