"""Does it count? A public answer, before anyone pays, on whether a course counts and which rule says so."""
