"""What the pages that ask schools promise."""
