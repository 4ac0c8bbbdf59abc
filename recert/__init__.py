"""Recert keeps a medical assistant certified: where they stand against their certifier's rules, and why."""

__version__ = "0.1.0"
