"""Boxes that the browser draws best itself."""

from __future__ import annotations

from django import forms


class DayInput(forms.DateInput):
    """The device's own calendar; the value always travels as 2026-11-22."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
