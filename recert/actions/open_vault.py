"""Where this installation keeps originals, and the page images made from them."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from recert.records.vault import Vault


def vault() -> Vault:
    return Vault(Path(settings.DATA) / "files")


def previews() -> Path:
    """Everything in it can be made again from the originals."""
    return Path(settings.DATA) / "previews"
