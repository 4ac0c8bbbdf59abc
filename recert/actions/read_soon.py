"""Have a paper read by the jobs as soon as they can; if this is lost, their clock finds the paper anyway."""

from __future__ import annotations

from huey.contrib.djhuey import db_task

from recert.actions.read_certificate import read_certificate


@db_task()
def read_soon(certificate_id: int) -> bool:
    return read_certificate(certificate_id)
