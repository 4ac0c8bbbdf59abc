"""The wiring: settings, start-up, health, mail."""
