"""What only the school finder shows."""
