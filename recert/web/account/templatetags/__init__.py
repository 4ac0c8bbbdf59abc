"""What the pages of an export say in words of their own."""
