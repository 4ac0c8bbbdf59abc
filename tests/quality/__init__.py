"""The six questions."""
