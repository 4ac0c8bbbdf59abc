"""`recert doctor`: look an installation over and say in sentences what is well and what is not."""

from __future__ import annotations

import importlib
import json
import os
from pathlib import Path
from typing import Any

import click
import django

from recert.config.address import AddressWrong
from recert.config.database import DatabaseUrlWrong, use_a_sound_sqlite
from recert.config.folder import default_folder
from recert.config.outgoing import EmailUrlWrong
from recert.config.serve import Refusal

WRONG = (AddressWrong, DatabaseUrlWrong, EmailUrlWrong)


@click.command()
@click.option("--data", type=click.Path(path_type=Path), help="The data folder (default: RECERT_DATA, or your own).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of sentences.")
def doctor(data: Path | None, as_json: bool) -> None:
    """Check database, audit trail, files, mail, jobs, rulebooks and stored verdicts."""
    os.umask(0o077)
    findings = examine(data.expanduser().absolute() if data else default_folder())
    well = all(finding.well for finding in findings)
    if as_json:
        click.echo(json.dumps({"well": well, "findings": [document(finding) for finding in findings]}, indent=2))
    else:
        for finding in findings:
            click.echo(f"{'ok   ' if finding.well else 'WRONG'} {finding.about:12} {finding.says}")
    if not well:
        raise SystemExit(1)


def examine(folder: Path) -> list[Any]:
    if not folder.is_dir():
        raise Refusal(f"There is no data folder {folder}. Run `recert serve` once, or name it with --data.")
    os.environ["RECERT_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "recert.config.settings")
    try:
        use_a_sound_sqlite()
        django.setup()
    except WRONG as wrong:
        raise Refusal(str(wrong)) from wrong
    # Imported by name: it needs the tables, which need the settings.
    return list(importlib.import_module("recert.config.examining").examine())


def document(finding: Any) -> dict[str, Any]:
    return {"about": finding.about, "well": finding.well, "says": finding.says}
