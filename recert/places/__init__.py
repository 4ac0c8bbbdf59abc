"""ZIP codes to places, places to miles."""
