"""The data folder is its owner's alone, and its key is made once."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from recert.config.folder import FolderUnusable, default_folder, kept_key, prepare_folder


def mode(path: Path) -> str:
    return f"{stat.S_IMODE(path.stat().st_mode):o}"


def test_folder_and_key_are_for_their_owner_only(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "a" / "b")
    assert mode(tmp_path / "a" / "b") == "700"
    assert mode(tmp_path / "a" / "b" / "secret-key") == "600"


def test_a_second_start_keeps_the_key(tmp_path: Path) -> None:
    prepare_folder(tmp_path)
    first = kept_key(tmp_path)
    prepare_folder(tmp_path)
    assert first
    assert kept_key(tmp_path) == first


def test_first_starts_at_the_same_moment_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(prepare_folder, [tmp_path] * 8))
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]
    assert len(kept_key(tmp_path) or "") > 50


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnusable, match=r"file/data cannot be used: .* --data"):
        prepare_folder(tmp_path / "file" / "data")


def test_every_platform_has_its_own_place() -> None:
    home = Path.home()
    assert default_folder({"RECERT_DATA": "/srv/recert"}, "linux") == Path("/srv/recert")
    assert default_folder({}, "linux") == home / ".local" / "share" / "recert"
    assert default_folder({"XDG_DATA_HOME": "/x"}, "linux") == Path("/x/recert")
    assert default_folder({}, "darwin") == home / "Library" / "Application Support" / "Recert"
    assert default_folder({"LOCALAPPDATA": os.sep + "local"}, "win32") == Path("/local/Recert")
