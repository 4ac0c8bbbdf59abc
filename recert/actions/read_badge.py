"""Read the Open Badge that a stored file holds, and say whether its issuer's signature was found good."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings

from recert.badges import NotABadge, badge_entry, check_apart, may_be_badge

ISSUERS = "issuers.json"
"""In the data folder: the operator's list of issuers, {"did:web:school.example.org": "-----BEGIN PUBLIC KEY-----…"}; a
did:key is its own key and stands there with an empty text."""


def read_badge(path: Path, name: str) -> dict[str, Any] | None:
    """The badge as an entry of kind `badge`; None where the file holds none, or a picture that is better read.

    Only an issuer on the operator's list confirms anything: anyone can make a key and call it a school.
    """
    content = path.read_bytes()
    if not may_be_badge(content):
        return None
    known = known_issuers()
    try:
        checked = check_apart(content, name, keys={issuer: key.encode() for issuer, key in known.items() if key})
    except NotABadge:
        return None
    confirmed = checked.signature == "good" and checked.issuer_id in known
    return {**badge_entry(checked, name), "issuer_checked": confirmed}


def known_issuers() -> dict[str, str]:
    """The operator's list; empty where there is none, or none that can be read."""
    try:
        found = json.loads((settings.DATA / ISSUERS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(issuer): str(key) for issuer, key in found.items()} if isinstance(found, dict) else {}
