"""The data folder: where it is, and the secret key it keeps."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

KEY_FILE = "secret-key"
DATABASE_FILE = "recert.sqlite3"
JOBS_FILE = "jobs.sqlite3"


class FolderUnusable(Exception):
    """The data folder cannot be made or written; the message says why and what to do."""


def default_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    if chosen := environment.get("RECERT_DATA"):
        return Path(chosen).expanduser().absolute()
    home = Path.home()
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Recert"
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Recert"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "recert"


def prepare_folder(folder: Path) -> None:
    """Make the folder and its secret key, readable by their owner only."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        if not (folder / KEY_FILE).exists():
            write_key(folder / KEY_FILE)
    except OSError as problem:
        raise FolderUnusable(
            f"The data folder {folder} cannot be used: {problem.strerror or problem}. "
            "Name another one with --data, or give yourself the right to write there."
        ) from problem


def write_key(path: Path) -> None:
    # Written aside and linked into place: two first starts at once agree on one key, and none is ever half-written.
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def kept_key(folder: Path) -> str | None:
    try:
        return (folder / KEY_FILE).read_text(encoding="ascii").strip() or None
    except FileNotFoundError:
        return None
