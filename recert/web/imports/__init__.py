"""Bring a spreadsheet in: look at every row's fate first, keep it when confirmed, take it back as a whole."""
