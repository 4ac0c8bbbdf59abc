"""What is kept is whole, named by its bytes, written once; what was not finished belongs to nobody."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from recert.records.vault import NothingInIt, TooLarge, Vault

PAPER = b"%PDF-1.4 a certificate"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "files")


def test_a_file_is_found_under_the_digest_of_its_bytes(vault: Vault) -> None:
    kept = vault.keep([PAPER[:5], PAPER[5:]], most=100)
    assert kept.digest == sha256(PAPER).hexdigest()
    assert vault.path_of(kept.digest).read_bytes() == PAPER
    assert (kept.size, kept.head) == (len(PAPER), PAPER[:5])


def test_only_its_owner_can_read_it(vault: Vault) -> None:
    path = vault.path_of(vault.keep([PAPER], most=100).digest)
    folders = [path.parent, path.parent.parent]
    assert [stat.S_IMODE(one.stat().st_mode) & 0o077 for one in (path, *folders)] == [0, 0, 0]


def test_the_same_bytes_are_one_file(vault: Vault) -> None:
    assert vault.keep([PAPER], most=100) == vault.keep([PAPER], most=100)
    assert len(list(vault.digests())) == 1


def test_handing_it_in_again_heals_a_damaged_file(vault: Vault) -> None:
    digest = vault.keep([PAPER], most=100).digest
    vault.path_of(digest).write_bytes(b"rot")
    assert not vault.is_whole(digest)
    vault.keep([PAPER], most=100)
    assert vault.is_whole(digest)


def test_too_much_is_refused_and_leaves_nothing_behind(vault: Vault) -> None:
    with pytest.raises(TooLarge):
        vault.keep((b"x" * 10 for _ in range(1_000_000)), most=100)
    assert (list(vault.digests()), vault.unfinished()) == ([], [])


def test_nothing_is_refused(vault: Vault) -> None:
    with pytest.raises(NothingInIt):
        vault.keep([], most=100)
    assert vault.unfinished() == []


def test_a_sender_that_breaks_off_leaves_nothing_behind(vault: Vault) -> None:
    def breaks_off() -> Iterator[bytes]:
        yield PAPER
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        vault.keep(breaks_off(), most=100)
    assert (list(vault.digests()), vault.unfinished()) == ([], [])


def test_it_is_synced_before_it_is_named_and_the_folder_after(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.keep([PAPER], most=100)
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("sync"), fsync(handle))[1])
    monkeypatch.setattr(Path, "replace", lambda self, to: (steps.append("name"), replace(self, to))[1])
    vault.keep([PAPER], most=100)
    assert steps == ["sync", "name", "sync"]


def test_a_file_that_is_gone_is_not_whole(vault: Vault) -> None:
    digest = vault.keep([PAPER], most=100).digest
    vault.forget(digest)
    assert not vault.is_whole(digest)


def test_nobody_is_alone_while_something_is_being_kept(vault: Vault) -> None:
    with vault.held(), vault.alone() as alone:
        assert not alone
    with vault.alone() as alone:
        assert alone
