"""What the comparison with an official transcript promises on its pages."""
