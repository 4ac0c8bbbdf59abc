"""Draw certificates whose truth is known, hand them to the reader and count what it got right."""
