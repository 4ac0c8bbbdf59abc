"""Schools near a place: a list and a map by distance, each school's numbers, up to four side by side."""
