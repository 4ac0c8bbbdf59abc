"""Searches one keeps: what is new in them is told with the reminders."""
