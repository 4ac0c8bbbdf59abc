"""The tests, one folder to a room."""
