"""Counts the page-states that axe has looked at, and says so at the end of the run."""

from __future__ import annotations

import pytest

LOOKED_AT: list[str] = []


@pytest.fixture
def page_states() -> list[str]:
    return LOOKED_AT


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if LOOKED_AT:
        terminalreporter.write_line(f"axe looked at {len(LOOKED_AT)} page-states.")
