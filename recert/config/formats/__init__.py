"""How numbers are written, where that differs from what Django holds for the language."""
