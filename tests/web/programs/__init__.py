"""The school finder's pages."""
