"""ZIP codes and miles."""
