"""One address decides about hosts, cookies and encryption."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from recert.config.address import AddressWrong, address_from


def test_at_home_the_names_of_this_machine_are_enough() -> None:
    address = address_from({})
    assert address.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert not address.encrypted


def test_in_public_only_the_named_hosts_are_served() -> None:
    address = address_from({"RECERT_URL": "https://recert.example.org/", "RECERT_HOSTS": "www.example.org"})
    assert address.hosts == ("recert.example.org", "www.example.org")
    assert address.cookie_prefix == "__Host-"


@pytest.mark.parametrize("wrong", ["recert.example.org", "ftp://recert.example.org", "https://", "https://a.org/path"])
def test_an_address_no_browser_could_open_is_refused(wrong: str) -> None:
    with pytest.raises(AddressWrong, match=r"must look like https://recert\.example\.org"):
        address_from({"RECERT_URL": wrong})


def test_django_finds_nothing_to_warn_of_in_production(tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("DJANGO")},
        "RECERT_URL": "https://recert.example.org", "RECERT_SECRET_KEY": "k" * 60 + "abcdefgh",
        "RECERT_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "recert.config.settings", "DATABASE_URL": "",
    }  # fmt: skip
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING", "--database", "default"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr
