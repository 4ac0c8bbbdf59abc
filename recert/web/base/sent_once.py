"""Name a form and what is typed in it by one key: pressed twice it is the same, gone back to and changed it is not."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256


def key_of(request_key: str, typed: Mapping[str, object]) -> str | None:
    """None for a form without a key. What is typed is taken by its text, alike in every worker."""
    said = "\n".join(f"{name}={typed[name]!r}" for name in sorted(typed))
    return f"{request_key[:31]}-{sha256(said.encode()).hexdigest()[:32]}" if request_key else None
