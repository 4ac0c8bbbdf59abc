"""What only the course finder shows."""
