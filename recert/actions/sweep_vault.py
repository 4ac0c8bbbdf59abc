"""Delete the files that no certificate and no application needs any more, and the page images made from them."""

from __future__ import annotations

import shutil
from pathlib import Path

from recert.actions.open_vault import previews, vault
from recert.records.models import StoredFile


class VaultInUse(RuntimeError):
    """Somebody is handing something in just now; the next run will sweep."""


def sweep_vault() -> int:
    """How many files were deleted. :raises VaultInUse: when one is arriving, whose row is not written yet."""
    with vault().alone() as alone:
        if not alone:
            raise VaultInUse
        StoredFile.objects.filter(certificates=None, applications=None).delete()
        needed = set(StoredFile.objects.values_list("digest", flat=True))
        orphans = [digest for digest in vault().digests() if digest not in needed]
        for digest in orphans:
            vault().forget(digest)
        for path in vault().unfinished():
            path.unlink(missing_ok=True)
        _forget_previews(needed)
    return len(orphans)


def _forget_previews(needed: set[str]) -> None:
    """An image or a folder of images is named by its original's digest."""
    for path in previews().rglob("*"):
        digest = path.name[:64]
        if len(digest) == 64 and digest not in needed and path.exists():
            _delete(path)


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
