"""What the jobs promise."""
