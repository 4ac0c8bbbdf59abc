"""The components of the design system, as template tags."""
