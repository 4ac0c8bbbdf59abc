"""What the import promises on its pages."""
