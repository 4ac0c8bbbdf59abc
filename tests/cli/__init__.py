"""What the `recert` command answers at a terminal, run as people run it."""
