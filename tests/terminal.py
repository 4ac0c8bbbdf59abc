"""Programs that the tests start listen as they do in a terminal."""

from __future__ import annotations

import signal


def listen_to_ctrl_c() -> None:
    """Run in the child before it begins: where tests run in the background, a shell starts them deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
