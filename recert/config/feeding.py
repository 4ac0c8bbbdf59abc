"""Take a file of courses into the data folder, with a bar that moves."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from django.utils import timezone

from recert.actions.read_feed import read_feed_file
from recert.feeds import curated
from recert.feeds.listed import FeedUnreadable
from recert.records.models import FeedSource


def take(*, file: Path, name: str, format_: str) -> None:
    """:raises click.ClickException: when the name is taken, or the file is nothing of its format."""
    if name == curated.NAME:
        raise click.UsageError(f"--name: “{name}” is the list that comes with Recert; choose another.")
    source, is_new = FeedSource.objects.get_or_create(pk=name, defaults={"format": format_})
    content = file.read_bytes()
    try:
        with click.progressbar(length=_courses_in(content, source.format), label="Courses", file=sys.stderr) as bar:
            run = read_feed_file(source, name=file.name, content=content, now=timezone.now(), told=bar.update)
    except FeedUnreadable as unreadable:
        if is_new:
            source.delete()
        raise click.ClickException(str(unreadable)) from unreadable
    counts = f"{run.new} new, {run.changed} changed, {run.same} as before, {run.gone} gone"
    click.echo(f"{counts}, {run.refused_count} refused.")
    for one in run.refused:
        click.echo(f"  {one['where']}: {str(one['wording']) % one['values']}")


def _courses_in(content: bytes, format_: str) -> int:
    """About how many; of a table as many as it has lines."""
    return max(1, content.count(b"\n") - 1) if format_ == "table" else 1
