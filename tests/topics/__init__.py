"""What the suggestions of categories promise."""
