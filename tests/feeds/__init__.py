"""Reading what publishers list, and asking them for it."""
