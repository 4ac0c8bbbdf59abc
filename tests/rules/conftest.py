"""Every run starts with nothing remembered, so that a mutant cannot hide behind what the unmutated rules worked out."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True, scope="session")
def nothing_is_remembered() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("recert.rules."):
            for known in list(vars(module).values()):
                if hasattr(known, "cache_clear"):
                    known.cache_clear()
