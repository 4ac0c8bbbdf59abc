"""What the reader of transcript files makes of other people's tables."""
