"""The box as other pages show it."""
