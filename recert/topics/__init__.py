"""Suggest the category a course belongs to, from the certifiers' own outlines: start reading at `suggest`."""
