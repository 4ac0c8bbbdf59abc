"""Measure Recert against other ways to decide the same, as ratios within one run."""
