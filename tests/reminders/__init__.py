"""Nobody misses a deadline: what is told, when, by which way, and that nothing is lost."""
