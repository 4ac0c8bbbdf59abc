"""Run the benches, print tables of ratios, keep them in evidence/: `python -m bench [rules|page|packet|search|plan]`."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from bench import table

EVIDENCE = Path(__file__).parents[1] / "evidence"
BENCHES = ("rules", "page", "packet")


def main(asked: list[str]) -> None:
    """Run what is asked, or everything."""
    for name in asked or BENCHES:
        found = {**_circumstances(), **import_module(f"bench.{name}").run()}
        EVIDENCE.mkdir(exist_ok=True)
        text = json.dumps(found, indent=2, ensure_ascii=False)
        (EVIDENCE / f"bench-{name}.json").write_text(text + "\n", encoding="utf-8")
        print("\n".join(getattr(table, name)(found)), end="\n\n")


def _circumstances() -> dict[str, Any]:
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "python": sys.version.split()[0],
        "processors": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1),
    }


main(sys.argv[1:])
