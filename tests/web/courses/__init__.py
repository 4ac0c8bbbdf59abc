"""The course finder's pages."""
