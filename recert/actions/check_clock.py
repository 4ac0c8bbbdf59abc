"""See whether the machine's clock can be right: by a wrong one nobody must be reminded."""

from __future__ import annotations

from datetime import datetime, timedelta

from recert.actions.record_job_run import last_success

SWEEP = "send reminders"
BACK, AHEAD = timedelta(days=7), timedelta(days=400)


class ClockOutOfStep(Exception):
    """The clock is more than a week behind the last sweep, or more than 400 days after it."""


def check_clock(now: datetime) -> None:
    """:raises ClockOutOfStep: saying what it shows and when the last sweep was."""
    if problem := clock_problem(now):
        raise ClockOutOfStep(problem)


def clock_problem(now: datetime) -> str | None:
    """Measured from the last sweep that went well: one that was refused moves nothing."""
    last = last_success(SWEEP)
    if last is None or last - BACK <= now <= last + AHEAD:
        return None
    return (
        f"This machine's clock says {now:%Y-%m-%d}, and reminders were last sent on {last:%Y-%m-%d}: put the clock right. "
        "Until then no reminder is sent, and none is lost."
    )
