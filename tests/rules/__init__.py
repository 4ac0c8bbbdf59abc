"""The rules, one requirement and one activity at a time."""
