"""Check the signatures of an export's badges anew: that somebody else found them good is not enough."""

from __future__ import annotations

from recert.actions.open_vault import vault
from recert.actions.read_badge import read_badge
from recert.capture.archives import Archive

MOST = 200
"""Each check is a process of its own; of more badges than anybody has, the rest are unchecked papers."""


def check_badges_again(archive: Archive) -> frozenset[str]:
    """The digests of the papers that are badges whose issuer's signature is good here, too. The papers are kept already."""
    papers = archive.originals()
    files = {str(row.get("n")): str(row.get("file")) for row in archive.rows("certificates")}
    claimed = {files.get(str(row.get("certificate"))) for row in archive.rows("drafts") if row.get("issuer_checked")}
    known = sorted(digest for digest in claimed if digest in papers)
    return frozenset(digest for digest in known[:MOST] if _is_confirmed(digest, papers[digest].path))


def _is_confirmed(digest: str, name: str) -> bool:
    entry = read_badge(vault().path_of(digest), name)
    return bool(entry and entry.get("issuer_checked"))
