"""What the public rules promise."""
