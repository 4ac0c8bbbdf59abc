"""What only the public rules show."""
