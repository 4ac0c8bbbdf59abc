"""Reminders: what is told now and next, how it should be told, the calendar feed, and one click that stops mail."""
