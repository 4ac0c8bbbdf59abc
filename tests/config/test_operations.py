"""The operator's guide names every variable that an installation reads, and no other."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
VARIABLE = re.compile(r"\b(?:RECERT_[A-Z_]+|DATABASE_URL|EMAIL_URL)\b")


def named_in(*paths: Path) -> set[str]:
    return {name for path in paths for name in VARIABLE.findall(path.read_text(encoding="utf-8"))}


def test_the_guide_and_the_code_read_the_same_variables() -> None:
    code = named_in(*(ROOT / "recert" / "config").glob("*.py"))
    assert named_in(ROOT / "docs" / "operations.md") == code
