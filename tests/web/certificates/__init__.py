"""What the wallet promises on its pages."""
