"""Recert keeps a medical assistant certified: where they stand against their certifier's rules, and why."""

from __future__ import annotations

__version__ = "0.1.0"
